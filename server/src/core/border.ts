import { named, portsOf, tensorsOf } from "./axes";
import { add, type Dim, mul } from "./dim";
import { destination, origin, type Part, shapeOf } from "./flow";
import { keepsPlaces, sightsOf, type Window, windowsOf } from "./windows";

/** A border that a layer lays around an image along one axis; below zero it takes some of it off. */
interface Border {
  /** Of the image inside. */
  readonly size: Dim;
  readonly before: number;
  readonly after: number;
}

function laidBy(source: Part | undefined, axis: string): Border | undefined {
  const x = source?.inputs[0] && shapeOf(source.inputs[0]);
  const [port] = portsOf(source?.op?.inputs ?? {});
  if (!source?.op?.reach || !x || !port || !source.outputs[0]) return undefined;
  const tensors = tensorsOf(source.op.inputs, [x], source.layout);
  const y = named(port.axes, source.outputs[0], source.layout) as { readonly [axis: string]: Dim } | undefined;
  const reach = source.op.reach(tensors, source.args);
  const sight = reach === "everything" ? undefined : reach[axis];
  if (sight?.kind !== "window" || sight.kernel !== 1 || sight.stride !== 1 || !y?.[axis]) return undefined;
  const [size, before] = [tensors[port.name][axis] as Dim, sight.pad];
  const after = add(y[axis]!, mul(add(size, before), -1));
  return typeof before === "number" && typeof after === "number" ? { size, before, after } : undefined;
}

/** Whether a part does nothing but lay a border around an image, or take one off. */
export function isBorder(part: Part): boolean {
  const sights = part.args["kernel_size"] ? [] : sightsOf(part);
  return sights.length > 0 && sights.every((one) => one.kind === "window" && one.kernel === 1 && one.stride === 1);
}

/** How many pixels at the end of an axis are no part of the image that a part reads, but a border laid around it before. */
export function borderBehind(part: Part, axis: string): number {
  const border = laidBy(origin(part.inputs[0], keepsPlaces)?.part, axis);
  return border && border.after > 0 ? border.after : 0;
}

/** Axes along which an even kernel is padded by half of it and makes the image larger, if nothing near makes up for that. */
export function grownBy(part: Part): readonly Window[] {
  const grown = windowsOf(part)
    .map((window) => withBorder(part, window))
    .filter(isHalf)
    .filter(grows);
  return grown.length && isMadeUp(part) ? [] : grown;
}

/** A border that a layer before lays around an image for this one alone is padding in other words. */
function withBorder({ inputs }: Part, window: Window): Window {
  const source = window.before === 0 && window.after === 0 ? inputs[0]?.part : undefined;
  const border = source?.readers.length === 1 && !source.args["kernel_size"] ? laidBy(source, window.axis) : undefined;
  return border ? { ...window, ...border } : window;
}

const isHalf = ({ taps, dilation, stride, before, after }: Window): boolean =>
  taps % 2 === 0 && dilation === 1 && taps !== stride && before === taps / 2 && after === before;

/** At stride 1 by one whatever the size is, else to one more than the part that the stride leaves. */
const grows = ({ size, count, stride }: Window): boolean =>
  stride === 1 ? add(count, mul(size, -1)) === 1 : typeof size === "number" && count === Math.ceil(size / stride) + 1;

/** Two such layers in turn, one of which takes off what the other adds, keep the size on purpose. */
function isMadeUp(part: Part): boolean {
  const isCut = (other: Part | undefined): boolean =>
    other !== undefined &&
    windowsOf(other).some(({ taps, size, count }) => taps % 2 === 0 && add(count, mul(size, -1)) === -1);
  return isCut(destination(part, keepsPlaces)?.part) || isCut(origin(part.inputs[0], keepsPlaces)?.part);
}
