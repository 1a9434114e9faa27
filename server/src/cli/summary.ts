import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { shownSizes } from "../analysis/shown-sizes";
import { type ModelSummary, summarise } from "../analysis/summarise";
import type { Model } from "../core/analysis";
import { linesOf } from "../core/lines";
import { isMessage, listed, type Message, render, say, verbatim } from "../core/message";
import { plain } from "../report/plain";
import { summaryCsv } from "../report/summary-csv";
import { summaryMarkdown } from "../report/summary-markdown";
import type { Table } from "../report/summary-rows";
import { summaryTable } from "../report/summary-table";
import { tableOf } from "../report/table-of";
import { isWithoutModel, type Understood, understand } from "../service";
import { inputFault } from "./asked-input";
import { configuration } from "./configuration";
import { known } from "./known";
import { ndjson, refuse } from "./ndjson";
import { summaryFormats, summaryOptions } from "./option-tables";
import { colorOf, oneOf, read } from "./options";
import { decode, readText, Unreadable } from "./read-text";
import { atScale, noModel } from "./scale";
import { shown } from "./targets";
import { complainTo, type Streams, stdinFor, UsageError, voiceForScripts, voiceIn } from "./usage";
import { deliver } from "./write-whole";

/** `convlint summary`: 1 when the model has errors, which are then named on standard error. */
export async function summary(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, summaryOptions);
  let unread = 0;
  const config = configuration(values, known(), (file, reason) => {
    unread++;
    complainTo(streams, file, reason);
  });
  if (values["stdin-ndjson"]) refuse(positionals, values);
  if (values["stdin-ndjson"]) return (await ndjson(config, streams, "summary")) || (unread ? 2 : 0);
  const format = oneOf("format", values.format, summaryFormats) ?? "table";
  if (positionals.length !== 1) throw new UsageError(say`summary takes one file: convlint summary FILE`);

  stdinFor(positionals, values["stdin-path"]);
  const { path, text } = sourceOf(positionals[0]!, values["stdin-path"]);
  const { options } = config.of(path);
  const asked = atScale(path, text, options);
  if (isMessage(asked)) throw new UsageError(say`${shown(path)}: ${asked}`);
  const understood = understand(path, text, asked);
  if (!understood || isWithoutModel(understood)) throw new UsageError(say`${shown(path)}: ${noModel(path)}`);
  const fault = inputFault(understood.analysis.models, config.input);
  if (fault) throw new UsageError(say`${shown(path)}: ${fault}`);
  const models = chosen(understood, values.scale);
  const lines = linesOf(text);
  const voice = format === "table" || format === "markdown" ? voiceIn(streams) : voiceForScripts(streams);
  const summaries = models.map((model) => ({
    ...summarise(model, (offset) => lines.at(offset).line + 1, understood.library?.(model)),
    inputSizes: shownSizes(model, voice),
  }));
  const file = values["output-file"];
  const color = colorOf(values.color, streams.isTerminal && file === undefined);
  const others = understood.isProgram ? namesBeside(models, understood) : [];
  const more = others.length
    ? [render(say`also in this file: ${listed(others)}; --scale takes one of these names, or all`, voice)]
    : [];
  const tables = (): readonly Table[] =>
    summaries.map((one, i) => {
      const table = tableOf(shown(path), one, models[i]!, voice);
      return { ...table, notes: [...table.notes, ...more] };
    });
  const written = {
    table: () =>
      tables()
        .map((table) => summaryTable(table, color))
        .join("\n"),
    markdown: () => tables().map(summaryMarkdown).join("\n"),
    csv: () => summaryCsv(summaries),
    json: () => json(shown(path), understood.format, summaries),
  };
  deliver(file, written[format](), streams);

  const errors = understood.analysis.problems.filter(
    ({ severity, scales }) => severity === "error" && (!scales || models.some(({ id }) => id && scales.includes(id))),
  );
  if (!values.quiet)
    for (const { id, message, span } of errors)
      streams.err.write(
        `${shown(path)}:${lines.at(span.from).line + 1}: error[${id}] ${plain(render(message, voiceIn(streams)))}\n`,
      );
  return unread ? 2 : errors.length ? 1 : 0;
}

function sourceOf(path: string, stdinPath: string | undefined): { readonly path: string; readonly text: string } {
  try {
    if (path !== "-") return { path: resolve(path), text: readText(path) };
    return { path: resolve(stdinPath!), text: decode(readFileSync(0)) };
  } catch (error) {
    throw error instanceof Unreadable ? new UsageError(say`${path}: ${error.told}`) : error;
  }
}

/** All sizes, the one that was asked for and so is the only one, or the one that the name of the file says. */
const chosen = ({ analysis: { models }, scale }: Understood, asked: string | undefined): readonly Model[] =>
  asked === "all" ? models : models.filter(({ id }) => id === scale).slice(0, 1);

/** Of a program that has several models, those that are not shown. */
const namesBeside = (shown: readonly Model[], { analysis: { models } }: Understood): readonly Message[] =>
  models.flatMap((model) => (model.id === undefined || shown.includes(model) ? [] : [verbatim(model.id)]));

function json(file: string, dialect: string, models: readonly ModelSummary[]): string {
  const data = models.map(({ scale, ...rest }) => ({ file, format: dialect, scale, ...rest }));
  return `${JSON.stringify({ version: 1, models: data }, null, 2)}\n`;
}
