import { type Message, plural, render, say } from "../../core/message";
import type { Voice } from "../../core/voice";
import { buried, queueIn, undo } from "../../drill/sitting";
import { type Fact, type Grade, idOf } from "../../review/event";
import type { Askable } from "../../review/queue";
import { answerLines, buttonsLine, countsLine, doneLine, nothingLeft, questionLines } from "./screen";
import { type Session, unwrittenIn } from "./session";

/** Keys as they are pressed, one at a time; what ends it is nobody pressing any more. */
export type Keys = AsyncIterator<string>;

export interface Screen {
  write(text: string): void;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly voice: Voice;
}

const ends = new Set(["q", "\u0003", "\u0004", "\u001b"]);
const shows = new Set([" ", "\r", "\n"]);

/** Asks card after card until none is left or somebody has had enough. Each answer is written down before the next is asked. */
export async function review(session: Session, keys: Keys, screen: Screen): Promise<void> {
  const { journal } = session;
  const { voice } = screen;
  const tell = (message: Message): void => screen.write(`${render(message, voice)}\n`);
  const mine = new Set<string>();
  let answers = 0;

  const done = async (fact: Fact): Promise<void> => {
    mine.add((await journal.record(fact)).id);
    screen.write(`${screen.dim(doneLine(fact, session, voice))}\n`);
    const fault = unwrittenIn(session);
    if (fault) tell(fault);
  };
  const back = async (): Promise<boolean> => {
    const last = await undo(session, (id) => mine.has(id));
    if (!last) tell(say`There is nothing to take back.`);
    else if ("card" in last) tell(say`Taken back: ${idOf(last.card)}`);
    if (last?.kind === "review") answers--;
    return last !== undefined;
  };

  for (;;) {
    await journal.refresh();
    const queue = queueIn(session);
    const card = queue.next;
    if (!card) {
      tell(nothingLeft(queue));
      break;
    }
    screen.write(`\n${screen.dim(countsLine(queue.counts, voice))}\n\n`);
    screen.write(`${questionLines(card, session, voice).map(screen.bold).join("\n")}\n\n`);
    const outcome = await ask(card);
    if (outcome === "end") break;
  }
  if (answers > 0) tell(plural(answers, say`1 card answered.`, say`${answers} cards answered.`));

  /** One card: until it is answered, put away, or the one before it is wanted back. */
  async function ask(card: Askable): Promise<"next" | "end"> {
    const start = Date.now();
    let isShown = false;
    screen.write(`${screen.dim(render(help, voice))}\n`);
    for (;;) {
      const pressed = await keys.next();
      const key = pressed.done ? "q" : pressed.value.toLowerCase();
      if (ends.has(key)) return "end";
      if (key === "u" && (await back())) return "next";
      if (key === "b") {
        await done(buried(card, session));
        return "next";
      }
      if (key === "s") {
        await done({ kind: "suspend", card: card.key });
        return "next";
      }
      if (!isShown && shows.has(key)) {
        isShown = true;
        screen.write(`\n${answerLines(card, session, voice).join("\n")}\n\n${buttonsLine(card, session, voice)}\n`);
        continue;
      }
      // Who has not seen the answer cannot say whether it was known.
      const grade = isShown ? (shows.has(key) ? 3 : Number(/^[1-4]$/.exec(key)?.[0] ?? 0)) : 0;
      if (!grade) continue;
      answers++;
      await done({ kind: "review", card: card.key, grade: grade as Grade, took: Math.max(0, Date.now() - start) });
      return "next";
    }
  }
}

const help = say`Space shows the answer · U takes back · B tomorrow · S never · Q ends`;

/** What a terminal sends while lines are not its business: a letter at a time, and for other keys a code that nobody needs here. */
export async function* keysOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  input.setRawMode(true);
  input.setEncoding("utf8");
  try {
    for await (const chunk of input) {
      const text = String(chunk);
      if (text.length > 1 && text.startsWith("\u001b")) continue;
      yield* text;
    }
  } finally {
    input.setRawMode(false);
    input.pause();
  }
}
