import type { Model, Outcome, Step } from "./analysis";
import { named, portsOf, tensorsOf } from "./axes";
import { add, type Dim, floorDiv, isIdentical, isKnown, mul, type Shape } from "./dim";
import { flowOf, imageOf, type Part, shapeOf } from "./flow";
import { listed, type Message, say } from "./message";
import { ofLast } from "./of-last";
import type { Op, Sight } from "./op";

/** A window that slides along one axis of an image. */
export interface Window<Size extends Dim = Dim> {
  readonly axis: string;
  /** Of what it slides over, without the border. */
  readonly size: Size;
  /** How many windows there are, which is the size of the result. */
  readonly count: Size;
  /** Pixels that one window reads. */
  readonly taps: number;
  /** From one of them to the next. */
  readonly dilation: number;
  readonly stride: number;
  /** Border in front of the first pixel, and behind the last where that is known. */
  readonly before: number;
  readonly after?: number;
}

/** What a window spans, the gaps of its dilation included. */
export const extentOf = ({ taps, dilation }: Pick<Window, "taps" | "dilation">): number => dilation * (taps - 1) + 1;

const none: readonly Window[] = [];

interface Known {
  readonly read: Shape;
  readonly windows: readonly Window[];
}

/**
 * Equal calls share their outcome, from row to row and from file to file. What they read may still have another shape,
 * as where one takes half of the channels and the next all of what that gives; more than a few are not kept.
 */
const remembered = new WeakMap<Outcome, Known[]>();
const most = 4;

/** The windows of a convolution or a pooling, axis by axis; none where a part has no window, or one of which too little is known. */
export function windowsOf(part: Part): readonly Window[] {
  const { op, args, inputs, outcome } = part;
  const x = inputs[0] && shapeOf(inputs[0]);
  if (!op?.reach || !x || !outcome || !Array.isArray(args["kernel_size"])) return none;
  let known = remembered.get(outcome);
  if (!known) remembered.set(outcome, (known = []));
  for (const one of known) if (isIdentical(one.read, x)) return one.windows;
  const windows = read(part, op, x);
  if (known.length === most) known.length = 0;
  known.push({ read: x, windows });
  return windows;
}

/** The same where all sizes are numbers. */
export function sizedWindowsOf(part: Part): readonly Window<number>[] {
  const windows = windowsOf(part);
  return windows.every(isSized) ? (windows as readonly Window<number>[]) : [];
}

const isSized = ({ size, count }: Window): boolean =>
  [size, count].every((dim) => typeof dim === "number" && isKnown(dim));

function read({ args, outputs, layout }: Part, op: Op, x: Shape): readonly Window[] {
  const kernel: readonly any[] = args["kernel_size"];
  const [port] = portsOf(op.inputs);
  if (!op.reach || !port || !outputs[0]) return none;
  const y = named(portsOf(op.outputs)[0]!.axes, outputs[0], layout) as { readonly [axis: string]: Dim } | undefined;
  const tensors = tensorsOf(op.inputs, [x], layout);
  const reach = op.reach(tensors, args);
  if (reach === "everything" || !y) return [];
  const axes = port.axes.split(" ").slice(2);
  const windows = axes.flatMap((axis, i): readonly Window[] => {
    const sight = reach[axis];
    const [size, count] = [tensors[port.name][axis] as Dim, y[axis]];
    const dilation: number = args["dilation"]?.[i] ?? 1;
    if (sight?.kind !== "window" || typeof sight.pad !== "number" || count === undefined) return [];
    const { stride, pad: before } = sight;
    const one = { axis, size, count, taps: kernel[i], dilation, stride, before };
    if (extentOf(one) !== sight.kernel) return [];
    const after = behind(one, args["padding"]);
    return [{ ...one, ...(after !== undefined && { after }) }];
  });
  return windows.length === axes.length ? windows : [];
}

/** As much as in front, but where a word says how much. */
function behind(window: Window, padding: unknown): number | undefined {
  if (typeof padding !== "string") return window.before;
  if (padding !== "same") return 0;
  const needed = add(mul(add(window.count, -1), window.stride), extentOf(window), mul(window.size, -1));
  return typeof needed === "number" && isKnown(needed) ? Math.max(needed, 0) - window.before : undefined;
}

/** How many pixels out of one step are read: taps that lie a whole step apart read the same ones. */
export const readOf = ({ taps, dilation, stride }: Window): number =>
  new Set(Array.from({ length: Math.min(taps, stride) }, (_, tap) => (tap * dilation) % stride)).size;

/** Whether there are pixels between windows that none of them reads; one window alone steps over nothing. */
export const stepsOver = (window: Window): boolean =>
  window.stride > 1 && readOf(window) < window.stride && !(typeof window.count === "number" && window.count <= 1);

/** How far along an axis windows reach, and how many pixels at the end none of them does. */
export const reached = ({ count, stride, before, ...window }: Window<number>): number =>
  (count - 1) * stride + extentOf(window) - before;
export const missed = (window: Window<number>): number => window.size - reached(window);

/** As many windows fit where the border is as wide on both ends. */
export const countWith = ({ size, stride, ...window }: Window<number>, padding: number): number =>
  Number(floorDiv(size + 2 * padding - extentOf(window), stride)) + 1;

/**
 * Parts with a window that somebody wrote: all of a layer, or the only window in it, with the kernel and the stride
 * that the layer was told. Nobody can change any other.
 */
export const writtenWindows = ofLast((model: Model): ReadonlySet<Part> => {
  const moving = flowOf(model).filter((part) => windowsOf(part).some(({ taps, stride }) => taps > 1 || stride > 1));
  const counts = new Map<Step, number>();
  for (const { step } of moving) counts.set(step, (counts.get(step) ?? 0) + 1);
  return new Set(moving.filter((part) => part.isWhole || (counts.get(part.step) === 1 && isTold(part))));
});

/** Whether the layer that a part is inside of was told its kernel and its stride. */
export function isTold({ step, args }: Part): boolean {
  const told = Object.values(step.args ?? {}).map((value) => JSON.stringify(value));
  return ["kernel_size", "stride"].every((name) => told.includes(JSON.stringify(args[name])));
}

/** Whether a part gives an image of the size it reads: what happens along it can be looked through. */
export function keepsPlaces(part: Part): boolean {
  const [from, to] = [part.inputs[0] && shapeOf(part.inputs[0]), part.outputs[0]].map((shape) => imageOf(part, shape));
  if (part.inputs.length !== 1 || !from || !to || from.spatial.length !== to.spatial.length) return false;
  return from.spatial.every((size, i) => add(size, mul(to.spatial[i]!, -1)) === 0);
}

/** What a part sees along its axes; nothing where it sees all, or each position by itself. */
export function sightsOf({ op, args, inputs, layout }: Part): readonly Sight[] {
  const x = inputs[0] && shapeOf(inputs[0]);
  if (!op?.reach || !x) return [];
  const reach = op.reach(tensorsOf(op.inputs, [x], layout), args);
  return reach === "everything" ? [] : Object.values(reach);
}

/** Whether a part makes an image larger, without weights. */
export function enlarges(part: Part): boolean {
  const sights = sightsOf(part);
  return sights.length > 0 && sights.every(({ kind }) => kind === "enlarge");
}

const lines: { readonly [axis: string]: readonly [Message, Message] } = {
  L: [say`position`, say`positions`],
  D: [say`slice`, say`slices`],
  H: [say`row`, say`rows`],
  W: [say`column`, say`columns`],
};

/** What lies one behind the other along an axis, as people count it. */
export const linesOf = (axis: string, count: number): Message => {
  const [one, several] = lines[axis] ?? [say`place`, say`places`];
  return count === 1 ? one : several;
};

const names: { readonly [axis: string]: Message } = { L: say`length`, D: say`depth`, H: say`height`, W: say`width` };

/** `height`, `height and width`. */
export const axesInWords = (axes: readonly { readonly axis: string }[]): Message =>
  listed(axes.map(({ axis }) => names[axis] ?? say`${axis}`));

/** `3×3`. */
export const sidesOf = (sides: readonly Dim[]): Message =>
  sides.map((side) => say`${side}`).reduce((all, side) => say`${all}×${side}`);
