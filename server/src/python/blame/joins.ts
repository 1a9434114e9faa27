import { mul, type Shape, showDim } from "../../core/dim";
import type { Edge, Node } from "../../core/graph";
import { say, setting, verbatim } from "../../core/message";
import { keeping } from "../fixes/padding";
import { type Calls, type Culprit, changerOf, type Drawn, type Search, shapeOf, sizesOf } from "./drawn";
import { above, differ, shapesOf, waysOf } from "./ways";

/** Of three or more that are joined, the one whose sizes no other has. */
export const oddOne: Search = (node, drawn) => {
  const sizes = node.inputs.map((edge) => sizesOf(shapeOf(edge, drawn)));
  const odd = sizes.filter((size) => sizes.indexOf(size) === sizes.lastIndexOf(size));
  if (sizes.length < 3 || odd.length !== 1 || sizes.includes(undefined)) return undefined;
  const edge = node.inputs[sizes.indexOf(odd[0])]!;
  const maker = changerOf(edge, drawn);
  return (
    maker && { span: maker.opSpan, layer: maker, why: say`${maker.label} makes ${odd[0]!}, all others ${most(sizes)}` }
  );
};

const most = (sizes: readonly (string | undefined)[]): string =>
  sizes.find((size) => sizes.indexOf(size) !== sizes.lastIndexOf(size)) ?? "";

/** A shortcut that hands on what it gets, or a size that was set on the way. */
export const unchanged: Search = (node, drawn) => {
  for (const way of waysOf(node, drawn)) {
    const [source] = way;
    if (source?.row && way.every(({ op }) => op === "Identity"))
      return { span: source.opSpan, why: say`${source.label} leaves the shape as it is` };
    if (source?.op === "Interpolate") return { span: source.opSpan, why: say`this is where the size comes from` };
  }
  return undefined;
};

/** A learned tensor has the shape that it was made with, whatever it is joined with. */
export const parameter: Search = ({ inputs }, drawn) => {
  for (const { node: id } of inputs) {
    const source = id === undefined ? undefined : drawn.nodes[id];
    if (source?.made?.weights.length)
      return { span: source.span, why: say`${source.label} is made as ${source.made.shape}` };
  }
  return undefined;
};

/** Of two ways, one layer with a step of 1 beside others that halve the image. */
export const stepless: Search = (node, drawn) => {
  const ways = waysOf(node, drawn).map((way) => way.filter((one) => /^Conv\dd$/.test(one.op)));
  const steps = ways.map((way) => way.map((one) => stepOf(one, drawn)));
  for (const [i, way] of ways.entries()) {
    const other = steps[1 - i];
    const [only] = way;
    if (ways.length !== 2 || way.length !== 1 || !only || steps[i]![0] !== 1) continue;
    const more = other?.find((step) => step !== undefined && step > 1);
    if (more === undefined || other!.length < 2) continue;
    return {
      span: only.opSpan,
      layer: only,
      why: say`${only.label} has a stride of 1, and the other way one of ${more}`,
    };
  }
  return undefined;
};

function stepOf(node: Node, { stepAt }: Calls): number | undefined {
  const stride = stepAt(node.id)?.args?.["stride"];
  return Array.isArray(stride) && stride.every((one) => one === stride[0]) ? stride[0] : undefined;
}

function kernelOf(node: Node, { stepAt }: Drawn): readonly number[] {
  const kernel = stepAt(node.id)?.args?.["kernel_size"];
  return Array.isArray(kernel) ? kernel : [Number(kernel)];
}

/** A transposed convolution that gives a size which nothing on the way down had. */
export const offByOne: Search = (node, drawn) => offIn(above(node, drawn), drawn);

/** The same of whatever an edge brings. */
export const changedSize = ({ node }: Edge, calls: Calls): Culprit | undefined =>
  node === undefined ? undefined : offIn(above(calls.nodes[node]!, calls), calls);

function offIn(nodes: readonly Node[], drawn: Calls): Culprit | undefined {
  const all = [...nodes].reverse();
  const had = new Set<string | undefined>();
  for (const one of all) {
    const { read, given } = shapesOf(one, drawn);
    if (/^ConvTranspose\dd$/.test(one.op) && given && read && had.size > 1) {
      const size = sidesOf(given);
      const step = stepOf(one, drawn);
      // A factor that it keeps exactly is no mistake of its own.
      if (step === undefined || !differ(given.at(-1), mul(read.at(-1)!, step))) continue;
      if (!had.has(size) && [...had].some((other) => isNear(size, other)))
        return { span: one.opSpan, why: say`${one.label || one.op} makes ${size}, which nothing before it had` };
    }
    const seen = one.given ?? given;
    if (seen && seen.length > 2) had.add(sidesOf(seen));
  }
  return undefined;
}

const sidesOf = (shape: Shape): string => shape.slice(2).map(showDim).join("×");

const isNear = (a: string | undefined, b: string | undefined): boolean => {
  const [one, other] = [a?.split("×").map(Number), b?.split("×").map(Number)];
  return one?.length === other?.length && Boolean(one?.every((size, i) => Math.abs(size - other![i]!) <= 1));
};

/** Of several convolutions of one step that all keep the size, the only one that does not. */
export const unpadded: Search = (node, drawn) => {
  const slid = above(node, drawn).filter((one) => /^Conv\dd$/.test(one.op) && stepOf(one, drawn) === 1);
  const wide = slid.filter((one) => Math.max(...kernelOf(one, drawn)) > 1);
  const short = wide.filter((one) => {
    const { read, given } = shapesOf(one, drawn);
    return differ(read?.at(-1), given?.at(-1));
  });
  const spans = new Set(short.map(({ opSpan }) => opSpan.from));
  const [only] = short;
  if (!only || spans.size !== 1 || wide.length < short.length + 1) return undefined;
  const made = drawn.layerAt(only.id)?.module?.layer?.made.span;
  const call = made && drawn.source.call(made);
  const text = call && keeping(only, call, drawn, drawn.source);
  return text === undefined
    ? undefined
    : {
        span: only.opSpan,
        layer: only,
        why: say`${only.label} alone does not keep the size: ${setting("padding", verbatim(text))} would`,
      };
};
