import { inputSizes } from "../analysis/input-sizes";
import { sizesInWords } from "../analysis/size-words";
import { countsOf, isComplete, type Model, macsOf, parametersOf, type Step } from "../core/analysis";
import { type Message, render, say } from "../core/message";
import type { Module } from "../core/program";
import { contains, type Span } from "../core/span";
import type { Voice } from "../core/voice";
import { type Alike, alike, someOf } from "./alike";
import { areSeveral, inModel } from "./calls";
import { grouped, imagesOf, share, short } from "./figures";
import { bounded, tableOf } from "./markdown";
import { presumedOf } from "./presumed";
import type { Snapshot } from "./snapshot";

/** A module in the model that it is a part of. */
export interface Part {
  readonly model: Model;
  readonly module: Module;
}

/** Modules whose words are at an offset, and these words: the shortest, since calls stand within others. */
export function modulesAt(
  models: readonly Model[],
  offset: number,
): { readonly span: Span; readonly parts: readonly Part[] } | undefined {
  const found = models.flatMap((model) =>
    (model.graph.program?.modules ?? []).flatMap((module): readonly At[] => {
      const { classSpan, made, call } = module;
      const words = [classSpan, made.callee, call?.callee];
      const span = words.find((one) => one && contains(one, offset));
      return span ? [{ model, module, span, isCall: span === call?.callee }] : [];
    }),
  );
  const least = Math.min(...found.map(({ span }) => span.to - span.from));
  const nearest = found.filter(({ span }) => span.to - span.from === least);
  const [first] = nearest;
  if (!first) return undefined;
  return { span: first.span, parts: nearest.filter((one) => !nearest.some((other) => isInside(one, other))) };
}

interface At extends Part {
  readonly span: Span;
  /** The words call it. */
  readonly isCall: boolean;
}

/** What a module calls by itself nobody has called here, and what is in one whose class stands in another text is made there. */
function isInside(one: At, other: At): boolean {
  if (one.model !== other.model || !isBelow(one.module.label, other.module.label)) return false;
  return one.isCall ? other.isCall : !one.module.classSpan && !other.module.classSpan;
}

const isBelow = (label: string, other: string): boolean =>
  label !== other && (other === "" || label.startsWith(`${other}.`));

export function figuresOfModule({ model, module }: Part) {
  const stepsAt = (ids: readonly number[]): readonly Step[] => ids.map((id) => model.steps[id]!);
  const [own, done] = [stepsAt(module.owners), stepsAt(module.nodes)];
  return {
    ...(isComplete(own) && { parameters: parametersOf(countsOf(own), model.graph) }),
    ...((done.length || module.call) && isComplete(done) && { macs: macsOf(done) }),
  };
}

interface Told extends Part {
  readonly path: string;
  readonly flow: string;
  readonly parameters: string;
  readonly macs: string;
}

/** What modules of one class, or made or called at one place, have and do. */
export function aboutModules({ voice }: Snapshot, parts: readonly Part[]): readonly string[] {
  const several = areSeveral(parts);
  const all = parts.map((part) => toldOf(part, several, voice));
  const groups = alike(all, ({ flow, parameters, macs, module }) => [module.op, flow, parameters, macs].join("|"));
  const [only, another] = groups;
  if (!only) return [];
  const names = [...new Set(all.map(({ module }) => module.op))];
  const heading = render(headingOf(names, all), voice);
  const presumed = presumedOf(
    parts.map(({ model }) => model),
    voice,
  );
  if (!another) return [heading, ...detailsOf(only, voice), ...presumed];
  const heads = [say``, say`input → output`, say`parameters`, say`MACs`];
  const rows = groups.map(({ all, first: { flow, parameters, macs } }) => [
    render(someOf(all.map(({ path }) => path)), voice),
    flow,
    parameters,
    macs,
  ]);
  const table = tableOf(
    heads.map((head) => render(head, voice)),
    bounded(rows),
  );
  return [heading, table, ...presumed];
}

function headingOf(names: readonly string[], all: readonly Told[]): Message {
  const paths = [...new Set(all.map(({ path }) => path))].filter((path) => path !== "");
  const what = say`**${names.join(", ")}**`;
  if (paths.length < 2) return paths.length ? say`${what} ${paths[0]!}` : what;
  return say`${what} ${paths.length} modules: ${someOf(paths)}`;
}

function toldOf(part: Part, several: boolean, voice: Voice | undefined): Told {
  const { model, module } = part;
  const { inputs, outputs } = module;
  const { parameters, macs } = figuresOfModule(part);
  const isKnown = outputs.length && [...inputs, ...outputs].some((shape) => shape);
  return {
    ...part,
    path: inModel(model, module.label, several),
    flow: isKnown ? render(say`${imagesOf(inputs, voice)} → ${imagesOf(outputs, voice)}`, voice) : "",
    parameters: parameters === undefined ? "?" : grouped(parameters),
    macs: macs === undefined ? "?" : render(say`${short(macs)}`, voice),
  };
}

/** The lines of the only one, or of one of several that are alike. */
function detailsOf({ first, all }: Alike<Told>, voice: Voice | undefined): readonly string[] {
  const { model, flow } = first;
  const { parameters, macs } = figuresOfModule(first);
  const whole = { parameters: parametersOf(countsOf(model.steps), model.graph), macs: macsOf(model.steps) };
  const lines: Message[] = [];
  if (parameters !== undefined && parameters !== 0) {
    const part = share(parameters, whole.parameters);
    const sum = grouped(whole.parameters);
    const isPart = part && first.module.label !== "";
    lines.push(
      isPart ? say`parameters: ${grouped(parameters)} (${part} of ${sum})` : say`parameters: ${grouped(parameters)}`,
    );
  }
  if (macs !== undefined && macs !== 0) {
    const part = first.module.label === "" ? undefined : share(macs, whole.macs);
    lines.push(part ? say`MACs: ${short(macs)} (${part})` : say`MACs: ${short(macs)}`);
  }
  const list = lines.map((line) => `- ${render(line, voice)}`).join("\n");
  const each = all.length > 1 && flow !== "" ? render(say`each ${flow}`, voice) : flow;
  const sizes = first.module.label === "" && all.length === 1 ? inputSizes(model) : undefined;
  const takes = sizes ? [render(say`The model ${sizesInWords(sizes)}.`, voice)] : [];
  return [...(flow === "" ? [] : [each]), ...(list === "" ? [] : [list]), ...takes];
}
