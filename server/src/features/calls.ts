import type { Model } from "../core/analysis";
import type { Module } from "../core/program";
import { showAs, type Value } from "../core/value";
import { ownSteps, type Use } from "./use";

/** Whether the rows of a model are calls of a program, which can run one line again and again. */
export const isProgram = ({ graph }: Model): boolean => graph.program !== undefined;

/** The innermost module in which each node of a model is computed. */
const around = new WeakMap<Model, ReadonlyMap<number, Module>>();

function modulesAround(model: Model): ReadonlyMap<number, Module> {
  let found = around.get(model);
  if (!found) {
    const inner = new Map<number, Module>();
    for (const module of model.graph.program?.modules ?? []) for (const id of module.nodes) inner.set(id, module);
    around.set(model, (found = inner));
  }
  return found;
}

/** Which call is meant of those that one place of a program stands for: the path of the layer, or of what it is in. */
export function pathOf({ model, row }: Use, several = false): string {
  const path = row.name ?? modulesAround(model).get(row.nodes[0] ?? -1)?.label ?? "";
  return inModel(model, path, several);
}

/** With the name of the model before it, where something is told of more than one. */
export const inModel = ({ id = "" }: Model, path: string, several: boolean): string =>
  several ? [id, path].filter((part) => part !== "").join(": ") : path;

/** Whether something is told of more than one model. */
export const areSeveral = (all: readonly { readonly model: Model }[]): boolean =>
  all.some(({ model }) => model !== all[0]!.model);

/** The arguments of a layer as they count in a call; empty where all are written out. */
export function argumentsOf(use: Use, text: string): string {
  const args = ownSteps(use)[0]?.node.args ?? [];
  if (args.every(({ value }) => isWrittenOut(value, text))) return "";
  return args
    .map(({ name, nameSpan, value }) => (nameSpan ? `${name}=${shown(value, use, text)}` : shown(value, use, text)))
    .join(", ");
}

const shown = (value: Value, { model }: Use, text: string): string =>
  isWrittenOut(value, text)
    ? text.slice(value.span.from, value.span.to)
    : showAs(value, model.graph.vocabulary.literals).replaceAll("|", "\\|").replaceAll("`", "");

/** No names stand in it whose values somebody would have to look for. */
const isWrittenOut = ({ span }: Value, text: string): boolean =>
  /^(?:-?[\d.]+|[([][\d\s.,]*[)\]]|"[^"\n]*"|'[^'\n]*'|True|False|None)$/.test(text.slice(span.from, span.to));
