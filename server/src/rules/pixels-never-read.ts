import type { Model } from "../core/analysis";
import { borderBehind } from "../core/border";
import { everywhere } from "../core/everywhere";
import type { Part } from "../core/flow";
import { listed, type Message, say, setting } from "../core/message";
import { besides } from "../core/paths";
import { rule } from "../core/rule";
import { literal } from "../core/value";
import { wordFor } from "../core/vocabulary";
import {
  countWith,
  extentOf,
  linesOf,
  missed,
  reached,
  sizedWindowsOf,
  stepsOver,
  type Window,
  writtenWindows,
} from "../core/windows";

export const pixelsNeverRead = rule({
  id: "pixels-never-read",
  summary: "The last windows end before the image does, so that its last rows or columns are never read.",
  why: "Where the stride does not divide what is left of the size, the rest is dropped at one side alone: the network is blind there, and the image moves a little against its own border.",
  severity: "information",
  waits: true,
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html",
  near: true,
  needs: [(part) => shortIn(sizedWindowsOf(part)).length > 0],
  check(model, report) {
    for (const { part, found } of everywhere(model, unreadIn(model), writtenWindows(model), told))
      report(part.step, found);
  },
});

type Sized = Window<number>;

const told = ["kernel_size", "stride", "padding", "dilation"];

/** A window that steps over pixels loses more than the last ones, and that is said elsewhere. */
const shortIn = (windows: readonly Sized[]): readonly Sized[] =>
  windows.filter((one) => one.taps > 1 && !stepsOver(one) && missed(one) > 0);

const unreadIn = (model: Model) => {
  const written = writtenWindows(model);
  return (part: Part): Message | undefined => {
    const windows = written.has(part) ? sizedWindowsOf(part) : [];
    const short = shortIn(windows).filter((one) => missed(one) > borderBehind(part, one.axis));
    if (!short.length || besides(part).some((reader) => reads(reader.part, short))) return undefined;
    return messageOf(part, windows, short);
  };
};

/** Whether another part reads what is missed; of one without windows that is not certain, so it may. */
const reads = (part: Part, short: readonly Sized[]): boolean => {
  const windows = sizedWindowsOf(part);
  return short.every(({ axis }) => {
    const window = windows.find((other) => other.axis === axis);
    return !window || missed(window) <= 0;
  });
};

function messageOf(part: Part, windows: readonly Sized[], short: readonly Sized[]): Message {
  const what = listed(short.map((one) => say`${missed(one)} ${linesOf(one.axis, missed(one))}`));
  const sums = [...new Map(short.map((one) => [JSON.stringify({ ...one, axis: "" }), sumOf(one)])).values()];
  const are = short.length === 1 && missed(short[0]!) === 1 ? say`is` : say`are`;
  return say`${what} at the end ${are} never read: ${listed(sums)}; ${repairOf(part, windows, short)}`;
}

/** `(14 − 1)·2 + 3 − 0 = 29 of 30`. */
const sumOf = (window: Sized): Message =>
  say`(${window.count} − 1)·${window.stride} + ${extentOf(window)} − ${window.before} = ${reached(window)} of ${window.size}`;

function repairOf(part: Part, windows: readonly Sized[], short: readonly Sized[]): Message {
  const { spelling } = part.step;
  const them = short.length === 1 && missed(short[0]!) === 1 ? say`it` : say`them`;
  const word = (param: string) => {
    const said = spelling && part.isWhole && spelling.params[param] ? wordFor(spelling, param) : "";
    return said && !spelling!.implied.includes(said) ? said : undefined;
  };
  const ceil = word("ceil_mode");
  if (ceil !== undefined) return say`${setting(ceil, "true")} reads ${them}`;
  const padding = word("padding");
  const border = borderFor(windows, Boolean(part.op?.traits.includes("pooling")));
  const takes = (value: number | string): boolean => {
    const reading = spelling!.params["padding"]!.type.read(literal(value, { from: 0, to: 0 }));
    return reading !== "unknown" && "ok" in reading;
  };
  if (padding !== undefined && border !== undefined && takes(border))
    return say`${setting(padding, border)} reads ${them}`;
  // A word that stands for a border is refused with a stride where a number could stand too.
  if (padding !== undefined && !takes(0) && takes("same")) return say`${setting(padding, "same")} reads ${them}`;
  const [first] = short;
  const [less, more] = [reached(first!), reached(first!) + first!.stride];
  return say`${less} or ${more} ${linesOf(first!.axis, 2)} are read to the end`;
}

/** The narrowest border on every side with which nothing is missed. */
function borderFor(windows: readonly Sized[], isPooling: boolean): number | undefined {
  const least = Math.max(...windows.map(({ before }) => before));
  const most = Math.min(...windows.map((one) => (isPooling ? Math.floor(one.taps / 2) : extentOf(one) - 1)));
  for (let border = least + 1; border <= most; border++) {
    const all = windows.map((one) => ({ ...one, before: border, count: countWith(one, border) }));
    if (all.every((one) => missed(one) <= 0)) return border;
  }
  return undefined;
}
