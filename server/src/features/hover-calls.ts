import type { HoverSection } from "../core/display";
import { type Message, render, say } from "../core/message";
import { alike, someOf } from "./alike";
import { areSeveral, argumentsOf, pathOf } from "./calls";
import { grouped, imagesOf, short } from "./figures";
import { costsOf } from "./hover-layer";
import { bounded, tableOf } from "./markdown";
import { presumedOf } from "./presumed";
import type { Snapshot } from "./snapshot";
import { figuresOf, inputsOf, outputsOf, stepsIn, type Use } from "./use";

interface Call {
  readonly use: Use;
  readonly path: string;
  readonly args: string;
  readonly flow: string;
  readonly parameters: string;
  readonly macs: string;
}

/** What a place of a program does each time it is run: those that do the same are told once. */
export function aboutCalls(
  snapshot: Snapshot,
  uses: readonly Use[],
  sections: ReadonlySet<HoverSection>,
): readonly string[] {
  const { voice } = snapshot;
  const several = areSeveral(uses);
  const calls = uses.map((use) => callOf(use, snapshot, several));
  const groups = alike(calls, ({ args, flow, parameters, macs }) => [args, flow, parameters, macs].join("|"));
  const [only, another] = groups;
  const presumed = presumedOf(
    uses.map(({ model }) => model),
    voice,
  );
  const count = uses.length > 1 ? [render(countOf(calls), voice)] : [];
  if (!only) return [];
  if (!another) {
    const { use, args, flow } = only.first;
    const told = args === "" ? [] : [render(say`effective arguments \`${args}\``, voice)];
    const each = uses.length > 1 && flow !== "" ? render(say`each ${flow}`, voice) : flow;
    return [
      ...count,
      ...(flow === "" || !sections.has("shape") ? [] : [each, ...told]),
      ...costsOf(use, sections, voice),
      ...(flow === "" ? [] : presumed),
    ];
  }
  const heads = [say``, say`arguments`, say`input → output`, say`parameters`, say`MACs`];
  const rows = groups.map(({ all, first }) => [
    render(someOf(all.map(({ path }) => path)), voice),
    first.args === "" ? "" : `\`${first.args}\``,
    first.flow,
    first.parameters,
    first.macs,
  ]);
  return [
    ...count,
    tableOf(
      heads.map((head) => render(head, voice)),
      bounded(rows),
    ),
    ...presumed,
  ];
}

function callOf(use: Use, { text, voice }: Snapshot, several: boolean): Call {
  const figures = figuresOf(use);
  const shared = stepsIn(use).some(({ node }) => node.shares !== undefined);
  const parameters = figures ? grouped(figures.parameters) : "?";
  return {
    use,
    path: pathOf(use, several),
    args: argumentsOf(use, text),
    flow: flowOf(use, voice),
    parameters: shared ? render(say`shared`, voice) : parameters,
    macs: figures ? render(say`${short(figures.macs)}`, voice) : "?",
  };
}

/** Nothing of a layer of which nobody knows what it reads. */
export function flowOf(use: Use, voice: Snapshot["voice"]): string {
  const [inputs, outputs] = [inputsOf(use), outputsOf(use)];
  if (![...inputs, ...outputs].some((shape) => shape)) return "";
  return render(say`${imagesOf(inputs, voice)} → ${imagesOf(outputs, voice)}`, voice);
}

/** How many layers are made at a place, and how often they are called. */
function countOf(calls: readonly Call[]): Message {
  const named = calls.filter(({ use }) => use.row.name !== undefined);
  const layers = new Set(named.map(({ path }) => path)).size;
  const times = say`called ${calls.length} times`;
  if (!layers) return say`${times}`;
  const some = someOf(named.map(({ path }) => path));
  if (layers === 1) return say`${some}, ${times}`;
  const made = say`${layers} layers`;
  return layers === calls.length ? say`${made}: ${some}` : say`${made}, ${times}: ${some}`;
}
