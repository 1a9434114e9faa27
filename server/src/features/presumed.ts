import type { Model } from "../core/analysis";
import { type Message, render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { imagesIn, imagesOf } from "./figures";

/** The inputs of a model of which nothing says how large they are. */
const inputsOf = ({ graph }: Model) =>
  graph.presumed ? graph.nodes.flatMap(({ given, span }) => (given ? [{ given, span }] : [])) : [];

/** What shapes hang on that nobody has stated, to be told beside them. */
export function presumedOf(models: readonly Model[], voice: Voice | undefined): readonly string[] {
  const model = models.find((one) => inputsOf(one).length);
  const shapes = model ? inputsOf(model).map(({ given }) => given) : [];
  return shapes.length ? [render(say`for an input of ${imagesOf(shapes, voice)}, which is presumed`, voice)] : [];
}

/** The same behind the line where the inputs have their names. */
export function presumedHint(
  model: Model,
  voice: Voice | undefined,
): { readonly at: number; readonly label: Message } | undefined {
  const inputs = inputsOf(model);
  const last = inputs.at(-1);
  if (!last) return undefined;
  const shapes = inputs.map(({ given }) => given);
  return { at: last.span.to, label: say`${imagesIn(shapes, voice)} presumed` };
}
