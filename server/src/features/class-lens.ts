import type { CodeLens, Command } from "vscode-languageserver-types";
import { inputSizes } from "../analysis/input-sizes";
import { sizesInWords } from "../analysis/size-words";
import { type Dim, isKnown } from "../core/dim";
import { beside, type Message, render, say } from "../core/message";
import { alike } from "./alike";
import { grouped, imagesIn, short } from "./figures";
import { figuresOfModule, type Part } from "./hover-module";
import { positionAt, type Snapshot } from "./snapshot";

type Click = Omit<Command, "title">;

/** Which classes have lenses: those of whole models, and those of their parts. */
export interface LensedClasses {
  readonly wholes: boolean;
  readonly parts: boolean;
}

/**
 * Above each class of a module what its instances have, do and give, and above a model of a class that stands elsewhere
 * where it is made; only their places where that is worked out later.
 */
export function classLenses(snapshot: Snapshot, click: Click, wanted: LensedClasses, later: boolean): CodeLens[] {
  const { lines, voice } = snapshot;
  return classesIn(snapshot).flatMap(({ at, parts }): readonly CodeLens[] => {
    const isModel = parts.some(({ module }) => module.label === "");
    if (!(isModel ? wanted.wholes : wanted.parts)) return [];
    const said = saidOf(parts, isModel, voice);
    if (!said) return [];
    const start = positionAt(lines, lines.starts[lines.at(at).line]!);
    const lens = { range: { start, end: start } };
    if (later) return [{ ...lens, data: { class: at, name: nameOf(parts) } }];
    return [{ ...lens, command: { ...click, title: render(withSizes(said, parts, voice), voice) } }];
  });
}

/**
 * A lens with what it says of its class in this version of the text, wherever that stands in it by now; nothing where
 * that is no lens of a class.
 */
export function resolvedClassLens(snapshot: Snapshot, lens: CodeLens, click: Click): CodeLens | undefined {
  const { class: at, name } = Object(lens.data) as { readonly class?: unknown; readonly name?: unknown };
  const called = at === undefined ? [] : classesIn(snapshot).filter(({ parts }) => nameOf(parts) === name);
  const found = called.find((one) => one.at === at) ?? called[0];
  if (!found) return undefined;
  const { parts } = found;
  const { voice } = snapshot;
  const isModel = parts.some(({ module }) => module.label === "");
  const said = saidOf(parts, isModel, voice) ?? say`nothing to count yet`;
  return { ...lens, command: { ...click, title: render(withSizes(said, parts, voice), voice) } };
}

/** In the order of the text, each with its instances. */
function classesIn({
  analysis: { models },
  isRewritten,
}: Snapshot): readonly { readonly at: number; readonly parts: readonly Part[] }[] {
  const all = models.flatMap((model) =>
    (model.graph.program?.modules ?? []).flatMap((module) => {
      const span = module.classSpan ?? (module.label === "" ? module.made.callee : undefined);
      return span && !isRewritten?.(span) ? [{ at: span.from, model, module }] : [];
    }),
  );
  return alike(all, ({ at }) => String(at))
    .map(({ all: parts, first }) => ({ at: first.at, parts: instancesOf(parts) }))
    .sort((a, b) => a.at - b.at);
}

const nameOf = ([one]: readonly Part[]): string | undefined => one?.module.op;

/** With the images that it takes, of a class of which there is one model. */
function withSizes(said: Message, parts: readonly Part[], voice: Snapshot["voice"]): Message {
  const [one, another] = parts;
  const sizes = one && !another && one.module.label === "" ? inputSizes(one.model) : undefined;
  if (!sizes) return said;
  // Why that is so is told where somebody looks at the class.
  const { fixed: _, ...taken } = sizes;
  return beside([said, sizesInWords(taken)], voice);
}

/** One that is called several times is there once. */
const instancesOf = (all: readonly Part[]): readonly Part[] => {
  const models = [...new Set(all.map(({ model }) => model))];
  return alike(all, ({ model, module }) => `${models.indexOf(model)} ${module.label}`).map(({ first }) => first);
};

/** Nothing where nothing is known. */
function saidOf(all: readonly Part[], isModel: boolean, voice: Snapshot["voice"]): Message | undefined {
  const figures = all.map(figuresOfModule);
  const parameters = rangeOf(
    figures.map((one) => one.parameters),
    grouped,
  );
  const macs = rangeOf(
    figures.map((one) => one.macs),
    short,
  );
  const flows = all.map((part) => flowOf(part, voice));
  const flow = new Set(flows.map((one) => one && render(one, voice))).size === 1 ? flows[0] : undefined;
  const each = parameters && (all.length > 1 ? say`${parameters} parameters each` : say`${parameters} parameters`);
  const count = isModel ? say`${all.length} models` : say`${all.length} modules`;
  const told: readonly Message[] = [
    ...(each ? [each] : []),
    ...(macs ? [say`${macs} MACs`] : []),
    ...(flow ? [flow] : []),
  ];
  return told.length ? beside(all.length > 1 ? [count, ...told] : told, voice) : undefined;
}

/** Nothing where one of them is not known, or there is nothing to tell. */
function rangeOf(all: readonly (Dim | undefined)[], show: (dim: Dim) => string): Message | undefined {
  const [one] = all;
  const numbers = all.filter((dim) => typeof dim === "number" && isKnown(dim)) as readonly number[];
  // A long expression in symbols is nothing that one reads in passing.
  if (numbers.length < all.length)
    return all.length === 1 && one !== undefined && isKnown(one) && show(one).length <= 24
      ? say`${show(one)}`
      : undefined;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (most === 0) return undefined;
  return least === most ? say`${show(least)}` : say`${show(least)} to ${show(most)}`;
}

function flowOf({ model, module }: Part, voice: Snapshot["voice"]): Message | undefined {
  const { inputs, outputs } = module;
  if (!outputs.length || ![...inputs, ...outputs].every((shape) => shape)) return undefined;
  const read = imagesIn(inputs, voice);
  const given = imagesIn(outputs, voice);
  return model.graph.presumed ? say`${read} presumed → ${given}` : say`${read} → ${given}`;
}
