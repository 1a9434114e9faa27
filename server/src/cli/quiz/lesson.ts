import { existsSync } from "node:fs";
import pc from "picocolors";
import { type Message, render, say } from "../../core/message";
import type { Voice } from "../../core/voice";
import { fileDeck } from "../../drill/decks";
import { goalsOf, type Lesson, lessonOf } from "../../drill/lesson";
import { type Judged, judge } from "../../service/lesson";
import { colorOf } from "../options";
import { readText, Unreadable } from "../read-text";
import { complainTo, type Streams, UsageError, voiceForScripts, voiceIn } from "../usage";
import { writeAs } from "../write-whole";
import { textLines } from "./screen";
import { type Keys, keysOf, type Screen } from "./terminal";

interface Wanted {
  readonly model?: string | undefined;
  readonly color?: string | undefined;
  readonly isJson: boolean;
}

/** A lesson, step by step: what is to be done, and what is still wrong in the model. 0 where all is done, else 1. */
export async function lesson(file: string, { model, color, isJson }: Wanted, streams: Streams): Promise<number> {
  const deck = fileDeck(file, textOf("lesson", file));
  for (const { line, column, told } of deck.problems ?? []) complainTo(streams, `${file}:${line}:${column}`, told);
  const found = lessonOf(deck);
  if (!found?.steps.length)
    throw new UsageError(
      say`--lesson ${file}: it is no lesson: that has a key ${"lesson"}, the model to begin with, and cards`,
    );
  const path = model ?? file.replace(/(\.cards)?\.ya?ml$/i, "") + ".cnn.yaml";
  const tell = (message: Message): void => void streams.out.write(`${render(message, voiceIn(streams))}\n`);
  if (!existsSync(path) && model === undefined && !isJson) {
    writeAs(path, path, found.start);
    tell(say`${path} was written: complete it step by step.`);
  }
  const look = (): Judged => judge(goalsOf(found), path, textOf("model", path));
  const now = look();
  if (isJson) streams.out.write(`${JSON.stringify(asJson(found, path, now, streams), null, 2)}\n`);
  else if (streams.isTerminal && process.stdin.isTTY) return inTerminal(found, path, look, color, streams);
  else streams.out.write(overview(found, path, now, streams));
  return now.wrong || now.at < found.steps.length ? 1 : 0;
}

function asJson({ name, steps }: Lesson, model: string, { at, next, wrong }: Judged, streams: Streams) {
  const isDone = at >= steps.length;
  return {
    version: 1,
    name,
    model,
    steps: steps.map(({ id, goals }, i) => ({ id, done: i < next, goal: goals !== undefined })),
    step: isDone ? null : { id: steps[at]!.id, question: steps[at]!.question, answer: steps[at]!.answer },
    wrong: wrong ? render(wrong, voiceForScripts(streams)) : null,
    done: isDone && !wrong,
  };
}

/** The cards up to the next that is to be done: those before it are to be read. */
const upTo = ({ steps }: Lesson, at: number): number => {
  const next = steps.findIndex(({ goals }, i) => i >= at && goals);
  return next < 0 ? steps.length - 1 : next;
};

const titleOf = ({ name, steps }: Lesson, at: number, voice: Voice): string =>
  render(say`${name}: step ${String(Math.min(at + 1, steps.length))} of ${String(steps.length)}`, voice);

const doneLine = (path: string): Message => say`All steps are done; ${path} is yours to keep.`;

function overview(lesson: Lesson, path: string, { at, wrong }: Judged, streams: Streams): string {
  const voice = voiceIn(streams);
  const lines: string[] = [titleOf(lesson, at, voice), ""];
  lesson.steps.slice(0, at).forEach(({ id }) => lines.push(`  ✓ ${id}`));
  if (at) lines.push("");
  if (at < lesson.steps.length)
    for (const step of lesson.steps.slice(at, upTo(lesson, at) + 1)) {
      lines.push(...textLines(step.question));
      // What comes before the next step is only to be read, with its answer.
      if (!step.goals) lines.push("", ...textLines(step.answer), "");
    }
  if (wrong) lines.push("", render(say`Still wrong: ${wrong}`, voice));
  else if (at >= lesson.steps.length) lines.push(render(doneLine(path), voice));
  return `${lines.join("\n")}\n`;
}

async function inTerminal(
  found: Lesson,
  path: string,
  look: () => Judged,
  color: string | undefined,
  streams: Streams,
) {
  const { bold, dim } = pc.createColors(colorOf(color, streams.isTerminal));
  const keys = keysOf(process.stdin);
  try {
    return await goThrough(found, path, look, keys, {
      write: (text) => streams.out.write(text),
      bold,
      dim,
      voice: voiceIn(streams),
    });
  } finally {
    await keys.return(undefined);
  }
}

const ends = new Set(["q", "\u0003", "\u0004", "\u001b"]);
const goesOn = new Set([" ", "\r", "\n"]);

/** One step after the other; 0 where all is done, 1 where somebody has had enough before. */
export async function goThrough(
  lesson: Lesson,
  path: string,
  look: () => Judged,
  keys: Keys,
  { write, bold, dim, voice }: Screen,
): Promise<0 | 1> {
  const tell = (text: string): void => write(`${text}\n`);
  const speak = (message: Message): void => tell(render(message, voice));
  for (let at: number | undefined = look().at; ; ) {
    const step = lesson.steps[at];
    if (step) tell(`\n${dim(titleOf(lesson, at, voice))}\n\n${textLines(step.question).map(bold).join("\n")}\n`);
    else {
      const { wrong } = look();
      if (!wrong) {
        speak(doneLine(path));
        return 0;
      }
      speak(say`Still wrong: ${wrong}`);
    }
    tell(dim(render(step && !step.goals ? helpToRead : helpToDo, voice)));
    const next: number | undefined = await asked(at, step);
    if (next === undefined) return 1;
    at = next;
  }

  /** The step to go on with; nothing where somebody has had enough. */
  async function asked(at: number, step: Lesson["steps"][number] | undefined): Promise<number | undefined> {
    let isShown = false;
    for (;;) {
      const pressed = await keys.next();
      const key = pressed.done ? "q" : pressed.value.toLowerCase();
      if (ends.has(key)) return undefined;
      const isToRead = step && !step.goals;
      if (step && !isShown && (key === "a" || (isToRead && goesOn.has(key)))) {
        isShown = true;
        tell(`\n${textLines(step.answer).join("\n")}\n`);
      } else if (isToRead && goesOn.has(key)) return at + 1;
      else if (goesOn.has(key)) {
        const now = look();
        if (now.next > at && step) {
          speak(say`Done.`);
          return at + 1;
        }
        if (!now.wrong) return at;
        speak(now.next < at ? say`What was done before is not any more: ${now.wrong}` : say`Still wrong: ${now.wrong}`);
      }
    }
  }
}

const helpToDo = say`Space looks at the model · A shows the answer · Q ends`;
const helpToRead = say`Space goes on · Q ends`;

function textOf(option: string, file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(say`--${option} ${file}: ${error.told}`);
    throw error;
  }
}
