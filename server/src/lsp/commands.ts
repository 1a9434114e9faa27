import { type CancellationToken, Position } from "vscode-languageserver";
import { shownSizes } from "../analysis/shown-sizes";
import { summarise } from "../analysis/summarise";
import { say } from "../core/message";
import { english, told, type Voice } from "../core/voice";
import { page as pageAbout } from "../derive/pages";
import { zoo } from "../derive/zoo";
import { grouped, short } from "../features/figures";
import { guessEdits } from "../features/guess-actions";
import { quizSnippets } from "../features/quiz-completion";
import { activeModel, offsetAt, type Snapshot, scalesOf } from "../features/snapshot";
import { isJson } from "../formats/index";
import { summaryMarkdown } from "../report/summary-markdown";
import { tableOf } from "../report/table-of";
import type { Documents, Page } from "./documents";
import { exportedAs } from "./export";
import { latestOf } from "./page";
import { cardSnippets, nextAbout, nextCardOf } from "./quiz";
import { judge } from "./quiz-judge";
import { type Reviews, reviewNames } from "./review-names";
import { pathOf } from "./uri";
import { wrong } from "./wrong";

/** Under these names any client can start what this server does, with the arguments that `run` takes apart. */
export const commandNames = {
  summary: "convlint.summary",
  scale: "convlint.setScale",
  quiz: "convlint.quiz.next",
  judge: "convlint.quiz.judge",
  cover: "convlint.quiz.cover",
  snippets: "convlint.quiz.snippets",
  predict: "convlint.predict",
  guesses: "convlint.guesses",
  zoo: "convlint.zoo",
  page: "convlint.page",
  native: "convlint.toNative",
  export: "convlint.exportTo",
};

/** With those by which cards are reviewed. */
export const allCommands: readonly string[] = [...Object.values(commandNames), ...Object.values(reviewNames)];

interface Asked {
  readonly command: string;
  readonly arguments?: unknown[];
}

/** Runs a command; `looked` is told when another size of a model is looked at. */
export const commands =
  (documents: Documents, looked: (uri: string) => void, reviews: Reviews, voice = english) =>
  async ({ command, arguments: args = [] }: Asked, token: CancellationToken): Promise<unknown> => {
    const [first, second, third] = args;
    const review = reviews(command);
    if (review) return review(first);
    switch (command) {
      case commandNames.summary: {
        const { page, model } = await modelOf(documents, first, token, voice);
        return summaryOf(model, page.uri);
      }
      case commandNames.scale: {
        const { page, model } = await modelOf(documents, first, token, voice);
        const scale = scalesOf(model).find((id) => id === second);
        if (scale === undefined)
          throw wrong(
            model.isProgram
              ? say`${page.uri} has no model ${String(second)}; it has ${scalesOf(model).join(", ")}`
              : say`${page.uri} has no scale ${String(second)}; it has ${scalesOf(model).join(", ")}`,
            voice,
          );
        documents.setScale(page.uri, scale);
        looked(page.uri);
        return null;
      }
      case commandNames.predict: {
        const { page } = await modelOf(documents, first, token, voice);
        if (isJson(pathOf(page.uri)))
          throw wrong(say`guesses are written in comments, which a JSON file has none of`, voice);
        documents.setPredicts(page.uri, second === true);
        looked(page.uri);
        return null;
      }
      case commandNames.guesses: {
        const { page, model } = await modelOf(documents, first, token, voice, latestOf);
        if (second !== "reveal" && second !== "remove")
          throw wrong(say`the second argument is "reveal" or "remove"`, voice);
        const at = typeof third === "number" ? model.lines.starts[third] : undefined;
        return { version: page.version, edits: guessEdits(model, second, at) };
      }
      case commandNames.quiz: {
        if (!isAboutModel(first)) return nextCardOf(first, voice) ?? null;
        const { model } = await modelOf(documents, first.uri, token, voice);
        const active = activeModel(model);
        return (active && nextAbout(active, model.lines, first, model.voice ?? voice)) ?? null;
      }
      case commandNames.cover: {
        const { page } = await modelOf(documents, first, token, voice);
        documents.setPredicts(page.uri, second === true);
        looked(page.uri);
        return null;
      }
      case commandNames.snippets: {
        const { page, model } = await modelOf(documents, first, token, voice, latestOf);
        if (isJson(pathOf(page.uri)))
          throw wrong(say`a card is written as comments, which a JSON file has none of`, voice);
        const at = placeIn(second, voice);
        return {
          version: page.version,
          snippets: quizSnippets(model, offsetAt(model.lines, at), cardSnippets(model.voice ?? voice)),
        };
      }
      case commandNames.judge: {
        if (!isAboutModel(first)) return judge(first, undefined, voice);
        const { model } = await modelOf(documents, first.uri, token, voice);
        const active = activeModel(model);
        if (!active) throw wrong(say`nothing can be asked of ${String(first.uri)} just now`, voice);
        return judge(first, active, model.voice ?? voice);
      }
      case commandNames.zoo:
        return first === undefined ? zooList(voice) : zooText(first, voice);
      case commandNames.page:
        return pageAbout(String(first), voice) ?? null;
      case commandNames.native: {
        const { page, model } = await modelOf(documents, first, token, voice);
        return nativeText(model, page.uri, second, voice);
      }
      case commandNames.export: {
        const { page, model } = await modelOf(documents, first, token, voice);
        return exportedAs(second, model, page.uri, third, voice);
      }
      default:
        throw wrong(say`no command is called ${command}`, voice);
    }
  };

/** The second argument, where it is a position as the protocol has them. */
function placeIn(said: unknown, voice: Voice): Position {
  if (!Position.is(said)) throw wrong(say`the second argument is a position, { line, character }`, voice);
  return said;
}

const isAboutModel = (asked: unknown): asked is { readonly uri: unknown } =>
  typeof asked === "object" && asked !== null && "uri" in asked;

/** The table of the size that is looked at, as Markdown that any client can show. */
function summaryOf(snapshot: Snapshot, uri: string): string | null {
  const model = activeModel(snapshot);
  const path = pathOf(uri).replace(/^[\w+.-]+:/, ""); // what is not saved has no folder, and its scheme is no part of its name
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!model) return null;
  const summary = {
    ...summarise(model, (offset) => snapshot.lines.at(offset).line + 1, snapshot.library?.(model)),
    inputSizes: shownSizes(model, snapshot.voice),
  };
  return summaryMarkdown(tableOf(name, summary, model, snapshot.voice));
}

/** One size of a model in the native format: the one that is asked for, else the one that is looked at. */
function nativeText(snapshot: Snapshot, uri: string, asked: unknown, voice: Voice): string {
  if (snapshot.isProgram) throw wrong(say`${uri} is a program, of which no native file is made`, voice);
  if (!snapshot.native) throw wrong(say`${uri} is in the native format`, voice);
  const made = snapshot.native(typeof asked === "string" ? asked : snapshot.scale);
  if ("words" in made) throw wrong(made, voice);
  return made.text;
}

/** The published networks there are to begin with, with figures for people. */
const zooList = (voice: Voice) =>
  zoo().map(({ text, parameters, macs, shows, ...one }) => ({
    ...one,
    shows: told(shows, voice),
    parameters: grouped(parameters),
    macs: short(macs),
  }));

function zooText(id: unknown, voice: Voice): string {
  const found = zoo().find((model) => model.id === id);
  if (!found) throw wrong(say`the zoo has no ${String(id)}`, voice);
  return found.text;
}

async function modelOf(
  documents: Documents,
  uri: unknown,
  token: CancellationToken,
  voice: Voice,
  of = (page: Page): Page => page,
): Promise<{ readonly page: Page; readonly model: Snapshot }> {
  if (typeof uri !== "string") throw wrong(say`the first argument is the URI of an open document`, voice);
  const shown = await documents.page(uri, token);
  if (!shown) throw wrong(say`${uri} is not open`, voice);
  const page = of(shown);
  if (!page.model) throw wrong(say`${uri} is no model in a known format`, voice);
  return { page, model: page.model };
}
