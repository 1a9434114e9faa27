import { resolve } from "node:path";
import { type ModelSummary, summarise } from "../analysis/summarise";
import { linesOf } from "../core/lines";
import { isMessage, say } from "../core/message";
import { drawings, drawnAs } from "../report/export/drawings";
import { understand } from "../service";
import { type Framework, programOf } from "../service/program";
import { inputFault } from "./asked-input";
import { configuration } from "./configuration";
import { known } from "./known";
import { exportForms, exportOptions } from "./option-tables";
import { oneOf, read } from "./options";
import { readText, Unreadable } from "./read-text";
import { atScale, noModel } from "./scale";
import { shown } from "./targets";
import { complainTo, type Streams, UsageError, voiceForScripts } from "./usage";
import { deliver } from "./write-whole";

/** `convlint export`: a model as a picture, or as data; 0 or 2. */
export async function exporting(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, exportOptions);
  let unread = 0;
  const config = configuration(values, known(), (file, reason) => {
    unread++;
    complainTo(streams, file, reason);
  });
  const form = oneOf("to", values.to, exportForms);
  if (!form) throw new UsageError(say`export wants to know the form: --to ${exportForms.join(", ")}`);
  if (positionals.length !== 1) throw new UsageError(say`export takes one file: convlint export FILE --to svg`);
  if (values.scale === "all") throw new UsageError(say`export takes one size of a model: --scale is a letter`);
  const depth = depthIn(values.depth);
  const path = resolve(positionals[0]!);
  const text = textOf(path, positionals[0]!);
  const { options } = config.of(path);
  const asked = atScale(path, text, options);
  if (isMessage(asked)) throw new UsageError(say`${shown(path)}: ${asked}`);
  const understood = understand(path, text, asked);
  const models = understood?.analysis.models ?? [];
  const model = models.find(({ id }) => id === understood?.scale) ?? models[0];
  if (!understood || !model) throw new UsageError(say`${shown(path)}: ${noModel(path)}`);
  const fault = inputFault(models, config.input);
  if (fault) throw new UsageError(say`${shown(path)}: ${fault}`);

  const lines = linesOf(text);
  const lineAt = (offset: number): number => lines.at(offset).line + 1;
  const summary = summarise(model, lineAt, understood.library?.(model));
  const program = (to: Framework): string => {
    const made = programOf(path, text, understood, model, (path, text) => understand(path, text), to);
    if (typeof made === "string") return made;
    const { why, span } = made;
    const at = span ? say`${shown(path)}:${String(lineAt(span.from))}` : say`${shown(path)}`;
    throw new UsageError(say`${at}: ${why}`);
  };
  const deep = { depth, voice: voiceForScripts(streams), lineAt };
  const sketch = { model, summary: summary as ModelSummary, name: shown(path), format: understood.format, ...deep };
  const drawing = drawings.find((one) => one === form);
  deliver(values["output-file"], drawing ? drawnAs(drawing, sketch) : program(form as Framework), streams);
  return unread ? 2 : 0;
}

function depthIn(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,4}$/.test(given))
    throw new UsageError(say`--depth is a whole number, 0 for no block opened, not ${given}`);
  return Number(given);
}

function textOf(path: string, said: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw error instanceof Unreadable ? new UsageError(say`${said}: ${error.told}`) : error;
  }
}
