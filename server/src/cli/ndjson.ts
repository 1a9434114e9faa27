import { once } from "node:events";
import { type Figure, figure, type Sizes, summarise } from "../analysis/summarise";
import { countsOf, isComplete, type Model, macsOf, parametersOf, shapeAt } from "../core/analysis";
import { image } from "../core/batch";
import { linesOf } from "../core/lines";
import { render, say } from "../core/message";
import { placelessJson, problemJson } from "../report/check-json";
import { isWithoutModel, type Options, silentPlain, type Understood, understand, understandPlain } from "../service";
import type { Configuration } from "./configuration";
import { type Line, linesIn } from "./lines-in";
import { decode, Unreadable } from "./read-text";
import { noModel } from "./scale";
import { type Streams, UsageError } from "./usage";

export interface Result {
  readonly id: unknown;
  readonly ok: boolean;
  readonly error?: string;
  readonly parameters?: Figure;
  readonly macs?: Figure;
  readonly outputs?: readonly Sizes[];
  readonly problems?: readonly object[];
  readonly layers?: readonly object[];
}

/** Reads a model a line and writes a result a line, in the same order; nothing is kept from one to the next. */
export async function ndjson(config: Configuration, { out }: Streams, command: "check" | "summary"): Promise<number> {
  let failed = false;
  for await (const lines of linesIn(process.stdin)) {
    let text = "";
    for (const line of lines) {
      const result = answer(line, config, command);
      failed ||= !result.ok;
      text += `${JSON.stringify(result)}\n`;
      if (text.length < enough) continue;
      await written(out, text);
      text = "";
    }
    if (text) await written(out, text);
  }
  return failed ? 1 : 0;
}

/** What asks for something else than a line for a line is refused rather than left undone. */
export function refuse(words: readonly string[], asked: { readonly [option: string]: unknown }): void {
  const [option] = others.filter((one) => asked[one] !== undefined);
  if (option)
    throw new UsageError(say`--stdin-ndjson answers line by line on standard output, and takes no --${option}`);
  if (words.length) throw new UsageError(say`--stdin-ndjson reads models from standard input, and no ${words[0]!}`);
}

const others = [
  "stdin-path",
  "output-file",
  "fix",
  "unsafe-fixes",
  "update-shapes",
  "diff",
  "statistics",
  "max-warnings",
] as const;

/** Characters that are written at once. */
const enough = 1 << 16;

async function written(out: NodeJS.WritableStream, text: string): Promise<void> {
  if (!out.write(text)) await once(out, "drain");
}

/** The result of one line. A fault of ours ends no run over a million of them. */
export function answer(line: Line, config: Configuration, command: "check" | "summary"): Result {
  if (!line) return wrong("this line is too long");
  try {
    return resultOf(line, config, command);
  } catch (error) {
    return wrong(`internal fault: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const wrong = (error: string, id: unknown = null): Result => ({ id, ok: false, error });

function resultOf(line: Uint8Array, config: Configuration, command: "check" | "summary"): Result {
  let given: unknown;
  try {
    given = JSON.parse(decode(line));
  } catch (error) {
    if (error instanceof Unreadable) return wrong(error.message);
    return wrong(`this line is no JSON: ${(error as Error).message}`);
  }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return wrong("a line is an object with id, path and text, or with id and model");
  const { id = null, path, text, model } = given as { readonly [key: string]: unknown };
  const name = typeof path === "string" ? path : typeof text === "string" ? "model.yaml" : "model.cnn.json";
  const options = optionsOf(name, config);
  if (typeof text === "string") {
    const understood = understand(name, text, { ...options, nameless: typeof path !== "string" });
    return understood && !isWithoutModel(understood)
      ? described(id, name, understood, text, command)
      : wrong(render(noModel(name)), id);
  }
  if (typeof model === "object" && model !== null) {
    const silent = command === "check" ? silentPlain(model, options) : undefined;
    if (silent) {
      const { parameters, macs, output } = silent;
      return { id, ok: true, parameters, macs, outputs: [output], problems: [] };
    }
    return described(id, name, understandPlain(model, options), undefined, command);
  }
  return wrong("there is neither a text nor a model", id);
}

/** Lines without a path are all read alike, and what was learnt of the models before holds as long as they are. */
function optionsOf(name: string, config: Configuration): Options {
  if (name !== "model.cnn.json") return config.of(name).options;
  let options = plain.get(config);
  if (!options) plain.set(config, (options = config.of(name).options));
  return options;
}

const plain = new WeakMap<Configuration, Options>();

function described(
  id: unknown,
  file: string,
  understood: Understood,
  text: string | undefined,
  command: string,
): Result {
  const { analysis, format, scale } = understood;
  const { problems } = analysis;
  const report = { file, format, text: text ?? "", problems, suppressed: 0 };
  const model = analysis.models.find((one) => one.id === scale) ?? analysis.models[0];
  const lines = text === undefined ? undefined : linesOf(text);
  const lineAt = (offset: number): number | null => (lines ? lines.at(offset).line + 1 : null);
  return {
    id,
    ok: !problems.some(({ severity }) => severity === "error"),
    ...(model && figuresOf(model)),
    problems: problems.map((problem) => (text === undefined ? placelessJson(problem) : problemJson(report, problem))),
    ...(command === "summary" && model && summarise(model, lineAt)),
  };
}

function figuresOf(model: Model): Pick<Result, "parameters" | "macs" | "outputs"> {
  const complete = isComplete(model.steps);
  const shapes = model.graph.outputs.map((edge) => shapeAt(model, edge));
  return {
    parameters: complete ? figure(parametersOf(countsOf(model.steps), model.graph)) : null,
    macs: complete ? figure(macsOf(model.steps)) : null,
    outputs: shapes.map((shape) => (shape ? image(shape).map(figure) : null)),
  };
}
