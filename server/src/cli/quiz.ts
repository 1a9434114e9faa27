import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { plural, render, say } from "../core/message";
import { exportAnki } from "../deck/anki";
import { cardIn } from "../deck/card";
import { callJson } from "../drill/call-json";
import { moment, queueIn, undo } from "../drill/sitting";
import { statisticsSvg } from "../report/quiz/statistics-svg";
import { statisticsMarkdown, statisticsText } from "../report/quiz/statistics-text";
import type { Fact } from "../review/event";
import { wholeLog } from "../review/journal";
import { statisticsOf } from "../review/statistics";
import { quizFormats, quizOptions } from "./option-tables";
import { colorOf, oneOf, read } from "./options";
import { cardActions, choicesOf, factOf } from "./quiz/answer";
import { importDeck } from "./quiz/import";
import { lesson } from "./quiz/lesson";
import { countsLine, doneLine, nothingLeft, optionsText, questionLines } from "./quiz/screen";
import { closed, openSession, type Session, tellOfDamages } from "./quiz/session";
import { keysOf, review } from "./quiz/terminal";
import { readText, Unreadable } from "./read-text";
import { type Streams, UsageError, voiceForScripts, voiceIn } from "./usage";
import { writeAs } from "./write-whole";

const quizArguments = (args: readonly string[]) => read(args, quizOptions);
type Values = ReturnType<typeof quizArguments>["values"];

/** `convlint quiz`: reviews due cards, or does one thing to them; 0 or 2, and 1 of a lesson that is not done. */
export async function quiz(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = quizArguments(args);
  if (positionals.length)
    throw new UsageError(say`quiz takes no arguments; convlint explain ${positionals[0]!} shows one card`);
  const asked = oneOf("format", values.format, quizFormats) ?? "text";
  const work = workOf(values);
  if ((asked === "markdown" || asked === "svg") && work !== "stats")
    throw new UsageError(say`--format ${asked} goes with --stats`);
  if (values.to !== undefined && work !== "import") throw new UsageError(say`--to goes with --import`);
  if (work === "import") return importDeck(values.import!, values, asked === "json", streams);
  if (values.model !== undefined && work !== "lesson") throw new UsageError(say`--model goes with --lesson`);
  if (work === "lesson") return lesson(values.lesson!, { ...values, isJson: asked === "json" }, streams);
  const session = await openSession(values, streams);
  const { journal } = session;
  const isJson = asked === "json";
  const voice = isJson ? voiceForScripts(streams) : voiceIn(streams);
  const tell = (text: string): void => void streams.out.write(text);

  if (work === "stats") {
    const statistics = statisticsOf(session.cards, journal.learned, moment());
    if (isJson) tell(`${JSON.stringify({ version: 1, statistics }, null, 2)}\n`);
    else tell({ text: statisticsText, markdown: statisticsMarkdown, svg: statisticsSvg }[asked](statistics, voice));
    return 0;
  }
  if (work === "export-anki") {
    writeAs(`--export-anki ${values["export-anki"]}`, values["export-anki"]!, ankiText(session));
    return 0;
  }
  if (work === "export-log") {
    writeAs(`--export-log ${values["export-log"]}`, values["export-log"]!, wholeLog(journal.entries));
    return 0;
  }
  if (work === "import-log") {
    const { files, added } = await importFrom(values["import-log"]!, session);
    if (!values.quiet && !isJson) {
      const count = plural(added, say`1 event was taken in`, say`${added} events were taken in`);
      tell(`${render(plural(files, say`${count} from 1 log`, say`${count} from ${files} logs`), voice)}\n`);
    }
    if (isJson) tell(`${JSON.stringify({ version: 1, files, added })}\n`);
    return closed(session);
  }
  const facts = work === "undo" ? await undone(session) : await recorded(values, session);
  if (work === "options" || work === "set") {
    if (isJson) tell(`${JSON.stringify({ version: 1, options: optionsOf(session) }, null, 2)}\n`);
    else tell(optionsText(session, voice));
    return closed(session);
  }
  if (isJson) tell(`${JSON.stringify(callJson(session, facts, voice), null, 2)}\n`);
  else if (facts.length) tell(facts.map((fact) => `${doneLine(fact, session, voice)}\n`).join(""));
  else if (streams.isTerminal && process.stdin.isTTY) await inTerminal(session, values.color);
  else tell(overview(session));
  return closed(session);
}

const works = [
  "stats",
  "import",
  "lesson",
  "export-anki",
  "export-log",
  "import-log",
  "undo",
  "options",
  "set",
  ...cardActions,
] as const;

/** What is asked for; two things at once are a mistake. */
function workOf(values: Values): (typeof works)[number] | undefined {
  const [one, other] = works.filter((name) => values[name] !== undefined && values[name] !== false);
  if (one && other && !(one === "options" && other === "set"))
    throw new UsageError(say`--${one} and --${other} are two things; ask for one of them`);
  return one;
}

function ankiText({ decks, streams }: Session): string {
  const [deck, other] = decks;
  if (!deck || other) throw new UsageError(say`--export-anki writes one deck: give one --deck`);
  return exportAnki({ ...deck, cards: deck.cards.map((card) => cardIn(card, voiceIn(streams))) });
}

async function undone(session: Session): Promise<readonly Fact[]> {
  const { journal, device } = session;
  const own = new Set(journal.entries.flatMap(({ stamp }) => (stamp.device === device ? [stamp.id] : [])));
  const last = await undo(session, (id) => own.has(id));
  if (!last) throw new UsageError(say`--undo: nothing was done on this machine that could be taken back`);
  return [{ kind: "undo", of: last.id }];
}

async function recorded(values: Values, session: Session): Promise<readonly Fact[]> {
  const fact = factOf(values, session);
  const set = values.set && choicesOf(values.set);
  const decks = values.deck?.length ? session.decks.map(({ id }) => id) : [undefined];
  const facts: readonly Fact[] = set
    ? decks.map((deck) => ({ kind: "options", ...(deck !== undefined && { deck }), set }))
    : fact
      ? [fact]
      : [];
  for (const one of facts) await session.journal.record(one);
  return facts;
}

const optionsOf = ({ decks, journal }: Session) =>
  Object.fromEntries(decks.map(({ id }) => [id, journal.learned.optionsOf(id)]));

async function inTerminal(session: Session, color: string | undefined): Promise<void> {
  const { out, isTerminal } = session.streams;
  const { bold, dim } = pc.createColors(colorOf(color, isTerminal));
  const keys = keysOf(process.stdin);
  try {
    await review(session, keys, { write: (text) => out.write(text), bold, dim, voice: voiceIn(session.streams) });
  } finally {
    await keys.return(undefined);
  }
}

/** Without somebody to press keys: what is due, and how to go on. */
function overview(session: Session): string {
  const voice = voiceIn(session.streams);
  const queue = queueIn(session);
  const lines = queue.next
    ? [
        ...questionLines(queue.next, session, voice),
        "",
        render(say`Cards are reviewed in a terminal; --format json gives them to a script.`, voice),
      ]
    : [render(nothingLeft(queue), voice)];
  return `${[countsLine(queue.counts, voice), "", ...lines].join("\n")}\n`;
}

/** Takes in a log, or all of a folder. */
async function importFrom(path: string, { journal, streams }: Session) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(say`--import-log ${path}: there is no such file`);
  const files = stat.isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(".jsonl"))
        .map((name) => join(path, name))
    : [path];
  if (!files.length) throw new UsageError(say`--import-log ${path}: there is no log in it, no file *.jsonl`);
  let added = 0;
  for (const file of files) {
    const taken = await journal.take(file, textIn(file));
    added += taken.added;
    tellOfDamages(taken.damages, streams);
  }
  return { files: files.length, added };
}

function textIn(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(say`--import-log ${file}: ${error.told}`);
    throw error;
  }
}
