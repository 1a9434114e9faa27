import { add, type Dim, mul, type Shape, showDim, showShape } from "../core/dim";
import { type Message, say } from "../core/message";
import type { Op, Sight } from "../core/op";
import type { Bound, Seen } from "../core/twin";
import type { Spelling } from "../core/vocabulary";
import type { Ends } from "../vocabularies/twins-of-pads";
import { plainValue } from "./shown";

/** One call of a layer: what it reads, what it is told, and the sizes of the image it gives. */
export interface Slid {
  readonly x: Seen;
  readonly args: Bound;
  readonly gives: Shape;
}

export interface Border {
  readonly args: Bound;
  /** Zeros by a layer of their own, for every call. */
  readonly ends?: readonly Ends[];
}

/**
 * The border of a window, said so that every window stands where it stood: what is wanted is tried
 * out on every call of the layer, with the sizes that it has there.
 */
export function borderOf(from: Op, to: Spelling, calls: readonly Slid[], zerosCount: boolean): Border | Message {
  const same = (args: Bound): boolean =>
    calls.every((call) => fits(from, to, call, { ...call.args, ceil_mode: false, ...args }));
  const found = candidates(from, to, calls)
    .filter(({ padding }) => padding === undefined || takes(to, "padding", padding))
    .find((args) => !(zerosCount && args["padding"] === "same") && same(args));
  if (found) return { args: found };
  if (Object.values(sightsOf(from, calls[0]!)).some(({ kind }) => kind !== "window"))
    return say`no padding puts its stamps where they are`;
  if (calls.some(({ args }) => args["ceil_mode"])) return say`its last window stands over the edge`;
  const ends = calls.map((call) => endsOf(from, call));
  return ends.every((one) => one !== undefined)
    ? { args: {}, ends }
    : say`its border depends on the size of what it reads`;
}

function candidates(from: Op, to: Spelling, calls: readonly Slid[]): readonly Bound[] {
  const pads = padsOf(from, calls[0]!);
  const numeric = pads.every((pad) => typeof pad === "number") ? [{ padding: pads }] : [];
  const paddings: readonly Bound[] = [{ padding: undefined }, ...numeric, { padding: "valid" }, { padding: "same" }];
  const has = (param: string): boolean => param in to.op.params && !to.implied.includes(param);
  if (has("output_padding"))
    return paddings.flatMap((one) => extras(from, calls).map((extra) => ({ ...one, ...extra })));
  if (has("ceil_mode")) return [false, true].flatMap((ceil_mode) => paddings.map((one) => ({ ...one, ceil_mode })));
  return paddings;
}

/** What a transposed convolution may add at the end. */
function extras(from: Op, calls: readonly Slid[]): readonly Bound[] {
  const [{ x, args, gives }] = calls as [Slid];
  const pads = padsOf(from, calls[0]!);
  const needed = x.spatial.map((side, i) => {
    const kernel = args["dilation"][i] * (args["kernel_size"][i] - 1) + 1;
    const whole = add(mul(add(side, -1), args["stride"][i]), kernel, mul(pads[i] ?? 0, -2));
    return add(gives[i]!, mul(whole, -1));
  });
  const counted = needed.every((size) => typeof size === "number" && size >= 0) ? [{ output_padding: needed }] : [];
  return [{ output_padding: undefined }, ...counted];
}

const takes = ({ params }: Spelling, param: string, value: unknown): boolean => {
  const reading = params[param]?.type.read(plainValue(value));
  return reading !== undefined && reading !== "unknown" && "ok" in reading;
};

/** The tensor by the names of the operator's port. */
function tensorOf({ inputs }: Op, { C, spatial }: Seen): { readonly [axis: string]: Dim } {
  const names = Object.values<string>(inputs)[0]!.split(" ").slice(2);
  return { N: 1, C, ...Object.fromEntries(names.map((name, i) => [name, spatial[i]!])) };
}

const never = (): never => {
  throw new Error("an operator with a window calls no other");
};

function sightsOf(op: Op, { x, args }: Slid): { readonly [axis: string]: Sight } {
  const reach = op.reach?.({ x: tensorOf(op, x) }, args) ?? {};
  return reach === "everything" ? {} : reach;
}

const padsOf = (op: Op, call: Slid): readonly Dim[] =>
  Object.values(sightsOf(op, call)).map((sight) => ("pad" in sight ? sight.pad : 0));

/** Whether the other operator gives the same sizes and looks at the same places. */
function fits(from: Op, { op: to, must: also }: Spelling, call: Slid, wanted: Bound): boolean {
  const usual = (param: string): unknown => call.x.spatial.map(() => (param === "padding" ? 0 : 1));
  const args = { ...wanted, padding: wanted["padding"] ?? usual("padding") };
  let holds = true;
  const must = (_: string, truth: string): void => {
    if (truth === "no") holds = false;
  };
  const x = tensorOf(to, call.x);
  const y = to.infer({ x }, args, must, never)["y"] as unknown as typeof x;
  also?.({ x }, args, must);
  const sizes = Object.keys(x).slice(2);
  if (!holds || showShape(sizes.map((axis) => y[axis]!)) !== showShape(call.gives)) return false;
  const shown = (pads: readonly Dim[]): string => pads.map(showDim).join();
  return shown(padsOf(from, call)) === shown(padsOf(to, { ...call, args }));
}

/** How many zeros a window sees before and after an axis; nothing where that hangs on an unknown size. */
function endsOf(op: Op, call: Slid): Ends | undefined {
  const { padding } = call.args;
  const ends = Object.values(sightsOf(op, call)).map((sight, i): readonly [number, number] | undefined => {
    if (sight.kind !== "window" || typeof sight.pad !== "number") return undefined;
    const { kernel, stride, pad } = sight;
    if (Array.isArray(padding)) return [pad, pad];
    if (padding === "causal") return [pad, 0];
    const read = add(mul(add(call.gives[i]!, -1), stride), kernel, mul(call.x.spatial[i]!, -1));
    return typeof read === "number" ? [pad, Math.max(read, 0) - pad] : undefined;
  });
  return ends.every((end) => end !== undefined) ? ends : undefined;
}
