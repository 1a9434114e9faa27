import { workedOut } from "../analysis/worked-out";
import type { Analysis, Model } from "../core/analysis";
import type { Made, Rewrite } from "../core/format";
import { type Message, say } from "../core/message";
import type { Span } from "../core/span";
import type { Voice } from "../core/voice";
import { unlikeRows } from "../edits/native-of/compare";
import { inFull } from "../edits/native-of/in-full";
import { type NativeText, toNative } from "../edits/native-of/to-native";
import { scaleInName } from "../formats/ultralytics/scale-name";
import { vocabularies } from "../vocabularies/index";

/** A file of another format, of which somebody asks how the native one says it. */
export interface Foreign {
  readonly path: string;
  readonly text: string;
  readonly dialect: string;
  readonly analysis: Analysis;
  /** Another file as this program reads it. */
  understand(path: string, text: string): Analysis | undefined;
}

/** Each size of a model in the native format: a file beside this one. */
export function nativesOf(foreign: Foreign, voice?: Voice) {
  const sayable = onceEach((model) => sayOf(foreign, model, voice));
  const prove = onceEach((model) => proof(foreign, model, sayable(model)));
  return {
    /** Above the rows, where the whole file is told of. */
    at({ from }: Span): readonly Rewrite[] {
      const { models } = foreign.analysis;
      const isAbove = models.some(({ graph: { rows } }) => rows.length && from < rows[0]!.span.from);
      return isAbove ? models.map((model) => rewriteOf(model, sayable, prove)) : [];
    },
    /** The text, or why there is none. */
    of(scale: string | undefined): Made | Message {
      const { models } = foreign.analysis;
      const model = scale === undefined ? models[0] : models.find(({ id }) => id === scale);
      return model ? prove(model) : say`the file has no scale ${scale ?? ""}`;
    },
  };
}

function onceEach<T extends object>(work: (model: Model) => T): (model: Model) => T {
  const done = new Map<Model, T>();
  return (model) => {
    const known = done.get(model) ?? work(model);
    done.set(model, known);
    return known;
  };
}

function rewriteOf(
  model: Model,
  sayable: (model: Model) => NativeText | Message,
  prove: (model: Model) => Made | Message,
): Rewrite {
  const { id } = model;
  const title =
    id === undefined
      ? say`Convert to the native format, in a new file`
      : say`Convert scale ${id} to the native format, in a new file`;
  return {
    kind: id === undefined ? "refactor.rewrite.native" : `refactor.rewrite.native.${id}`,
    title,
    get cannot() {
      const said = sayable(model);
      return "words" in said ? said : undefined;
    },
    makes: true,
    say() {
      const made = prove(model);
      return "words" in made ? undefined : { edits: [], made };
    },
  };
}

function sayOf(
  { path, text, dialect, analysis: { problems } }: Foreign,
  model: Model,
  voice?: Voice,
): NativeText | Message {
  const error = problems.find(
    ({ severity, scales }) => severity === "error" && (!scales || !model.id || scales.includes(model.id)),
  );
  if (error) return say`the file has an error: ${error.message}`;
  return toNative(
    nameOf(path, dialect, model),
    text,
    model,
    vocabularies[0]!,
    inFull(workedOut(model.graph.vocabulary)),
    voice,
  );
}

/** What comes out is read, and compared with the model it was made of row by row. */
function proof({ path, dialect, understand }: Foreign, model: Model, said: NativeText | Message): Made | Message {
  if ("words" in said) return said;
  const name = `${nameOf(path, dialect, model)}.cnn.yaml`;
  const after = understand(name, said.text);
  const error = after?.problems.find(({ severity }) => severity === "error");
  const [now] = after?.models ?? [];
  if (error || !now)
    return say`the file that comes of it would have an error: ${error?.message ?? say`it is no model`}`;
  return unlikeRows(model, now, said.rows) ?? { name, text: said.text };
}

/** `yolov8.yaml` becomes `yolov8n`, as the library calls it. */
function nameOf(path: string, dialect: string, { id }: Model): string {
  const file = path.slice(path.replaceAll("\\", "/").lastIndexOf("/") + 1);
  const stem = file.replace(/(?<=.)\.ya?ml$/i, "") || "model";
  if (id === undefined || scaleInName(path, dialect) !== undefined) return stem;
  const version = /^yolo(?:e-)?v?\d+/.exec(stem)?.[0];
  return version ? version + id + stem.slice(version.length) : `${stem}-${id}`;
}
