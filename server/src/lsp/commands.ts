import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import { shownSizes } from "../analysis/shown-sizes";
import { summarise } from "../analysis/summarise";
import { english } from "../core/voice";
import { page as pageAbout } from "../derive/pages";
import { zoo } from "../derive/zoo";
import { grouped, short } from "../features/figures";
import { activeModel, type Snapshot, scalesOf } from "../features/snapshot";
import { summaryMarkdown } from "../report/summary-markdown";
import { tableOf } from "../report/table-of";
import type { Documents, Page } from "./documents";
import { nextCardOf } from "./quiz";
import { pathOf } from "./uri";

/** Under these names any client can start what this server does, with the arguments that `run` takes apart. */
export const commandNames = {
  summary: "convlint.summary",
  scale: "convlint.setScale",
  quiz: "convlint.quiz.next",
  zoo: "convlint.zoo",
  page: "convlint.page",
};

interface Asked {
  readonly command: string;
  readonly arguments?: unknown[];
}

/** Runs a command; `looked` is told when another size of a model is looked at. */
export const commands =
  (documents: Documents, looked: (uri: string) => void, voice = english) =>
  async ({ command, arguments: args = [] }: Asked, token: CancellationToken): Promise<unknown> => {
    const [first, second] = args;
    switch (command) {
      case commandNames.summary: {
        const { page, model } = await modelOf(documents, first, token);
        return summaryOf(model, page.uri);
      }
      case commandNames.scale: {
        const { page, model } = await modelOf(documents, first, token);
        const scale = scalesOf(model).find((id) => id === second);
        if (scale === undefined)
          throw wrong(`${page.uri} has no scale ${second}; it has ${scalesOf(model).join(", ")}`);
        documents.setScale(page.uri, scale);
        looked(page.uri);
        return null;
      }
      case commandNames.quiz:
        return nextCardOf(first, voice) ?? null;
      case commandNames.zoo:
        return first === undefined ? zooList() : zooText(first);
      case commandNames.page:
        return pageAbout(String(first)) ?? null;
      default:
        throw wrong(`no command is called ${command}`);
    }
  };

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

/** The published networks there are to begin with, with figures for people. */
const zooList = () =>
  zoo.map(({ text, parameters, macs, ...one }) => ({ ...one, parameters: grouped(parameters), macs: short(macs) }));

function zooText(id: unknown): string {
  const found = zoo.find((model) => model.id === id);
  if (!found) throw wrong(`the zoo has no ${id}`);
  return found.text;
}

const wrong = (message: string): ResponseError => new ResponseError(ErrorCodes.InvalidParams, message);

async function modelOf(
  documents: Documents,
  uri: unknown,
  token: CancellationToken,
): Promise<{ readonly page: Page; readonly model: Snapshot }> {
  if (typeof uri !== "string") throw wrong("the first argument is the URI of an open document");
  const page = await documents.page(uri, token);
  if (!page) throw wrong(`${uri} is not open`);
  if (!page.model) throw wrong(`${uri} is no model in a known format`);
  return { page, model: page.model };
}
