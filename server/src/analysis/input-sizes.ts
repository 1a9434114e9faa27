import { type Model, type Outcome, type Step, weightsOf } from "../core/analysis";
import { type Dim, isKnown, showDim, symbol, unknown } from "../core/dim";
import { lcm } from "../core/divisors";
import type { Graph, Node, Reruns } from "../core/graph";
import { isSymbolic, periodOf } from "../core/period";
import { type Accepted, accepted, cornersOf } from "./accepted";
import { atSize, imageOf, type RunAt } from "./at-size";

/** Which sizes of image a model takes, found by trying them. */
export interface InputSizes {
  /** The names of the sides: `["height", "width"]`. */
  readonly axes: readonly string[];
  /** All sides alike. */
  readonly square: Accepted;
  /** By side, the others as the file says; absent where each may be any that `square` has, whatever the others are. */
  readonly sides?: readonly Accepted[];
  /** Where weights have a shape that hangs on the image: which they are, and what the network takes when built anew, if that is something else. */
  readonly fixed?: { readonly by: Node; readonly anew?: Accepted };
}

/** What programs compute beside layers mostly repeats with these. */
const usualPeriod = 64;

/** No larger pattern is looked for. */
const longestPeriod = 1024;

const names: { readonly [axes: number]: readonly string[] } = {
  1: ["length"],
  2: ["height", "width"],
  3: ["depth", "height", "width"],
};

const found = new WeakMap<Model, { readonly sizes: InputSizes | undefined }>();

/** Nothing where the model reads no image, takes none, or what it takes cannot be said. */
export function inputSizes(model: Model): InputSizes | undefined {
  const known = found.get(model);
  if (known) return known.sizes;
  const sizes = find(model);
  found.set(model, { sizes });
  return sizes;
}

type Test = (sizes: readonly number[]) => boolean;

function find({ graph }: Model): InputSizes | undefined {
  const run = graph.reruns ? rerunning(graph.reruns) : atSize(graph);
  const sizes = findBy(run, graph);
  return run.isExhausted() ? undefined : sizes;
}

const rerunning = (reruns: Reruns): RunAt =>
  Object.assign((sizes: readonly Dim[]) => reruns.at(sizes), { isExhausted: () => reruns.isExhausted() });

function findBy(run: RunAt, graph: Graph): InputSizes | undefined {
  const image = graph.reruns ? graph.reruns.image : imageOf(graph);
  const axes = names[image?.length ?? 0];
  if (!image || !axes) return undefined;
  const pattern = patternOf(run, axes.length, graph.reruns ? usualPeriod : undefined);
  if (!pattern) return undefined;
  const declared = image.every((size) => typeof size === "number") ? (image as readonly number[]) : undefined;
  const builds: Test = (sizes) => run(sizes) !== undefined;
  const search: Search = { axes, pattern, declared };
  const { fixedBy } = pattern;
  if (fixedBy && isStated(fixedBy, graph)) {
    const sizes = sizesWhere(builds, search);
    return sizes && (sizes.square.largest === null ? sizes : { ...sizes, fixed: { by: fixedBy } });
  }
  const built = declared && fixedBy && run(declared);
  if (!built) return sizesWhere(builds, search);
  const own = weightsIn(built);
  const fits: Test = (sizes) => {
    const steps = run(sizes);
    return steps !== undefined && weightsIn(steps) === own;
  };
  const anew = squares(builds, search);
  const sizes = sizesWhere(fits, search);
  return sizes && anew && { ...sizes, fixed: { by: fixedBy, anew } };
}

/** A program says itself how much its layers read, so that built anew they are the same. */
const isStated = ({ op, args }: Node, { reruns, vocabulary }: Graph): boolean =>
  reruns !== undefined &&
  args.some(({ name }) => name !== undefined && name in (vocabulary.spellings.get(op)?.states ?? {}));

interface Search {
  readonly axes: readonly string[];
  readonly pattern: Pattern;
  readonly declared: readonly number[] | undefined;
}

const squares = (test: Test, { axes, pattern: { period }, declared }: Search): Accepted | undefined =>
  accepted((size) => test(axes.map(() => size)), period, declared?.[0]);

function sizesWhere(test: Test, search: Search): InputSizes | undefined {
  const { axes, pattern, declared } = search;
  const square = squares(test, search);
  if (!square) return undefined;
  // What goes on for ever hangs on no product of sides, so that each side may be chosen for itself.
  if (axes.length === 1 || (pattern.alike && square.largest === null)) return { axes, square };
  const corners = cornersOf(square);
  if (pattern.alike && axes.length === 2 && corners.every((a) => corners.every((b) => test([a, b]))))
    return { axes, square };
  const others = declared && test(declared) ? declared : axes.map(() => square.smallest);
  const sides = axes.map((_, i) =>
    accepted((size) => test(others.map((other, k) => (k === i ? size : other))), pattern.period, others[i]),
  );
  if (sides.some((side) => side === undefined)) return undefined;
  const shown = JSON.stringify(square);
  const isAny = square.largest === null && sides.every((side) => JSON.stringify(side) === shown);
  return isAny ? { axes, square } : { axes, square, sides: sides as readonly Accepted[] };
}

interface Pattern {
  /** After which the sizes inside repeat. */
  readonly period: number;
  /** The first node whose weights hang on the size of the image. */
  readonly fixedBy: Node | undefined;
  /** All sides are treated in the same way. */
  readonly alike: boolean;
}

/**
 * How everything inside hangs on the size of the image. Where something inside cannot be said so, it is taken for
 * repeating after `usual`, which is tried in any case; without one there is nothing to be said.
 */
function patternOf(run: RunAt, axes: number, usual: number | undefined): Pattern | undefined {
  const square = run(Array<Dim>(axes).fill(symbol("side")));
  if (!square) return undefined;
  let period = 1;
  for (const { absent, node, outcome } of square) {
    if (absent || node.training) continue;
    const sizes = outcome?.outputs.length ? sizesIn(outcome) : [unknown];
    for (const dim of sizes) {
      const own = isKnown(dim) ? periodOf(dim) : usual;
      if (own === undefined) return undefined;
      period = lcm(period, own);
      if (period > longestPeriod) return undefined;
    }
  }
  const hangs = ({ outcome }: Step): boolean =>
    outcome !== undefined && weightsOf(outcome).some(({ dims }) => dims.some(isSymbolic));
  return { period, fixedBy: square.find(hangs)?.node, alike: isAlike(run, axes) };
}

/** What a call gives, and what is given inside it: a composite may halve an image and hide that it did. */
const sizesIn = ({ outputs, calls }: Outcome): readonly Dim[] => [
  ...outputs.flatMap((shape) => shape.slice(1)),
  ...calls.flatMap(sizesIn),
];

/** Whether turning the image on its side changes nothing but the sides of what is inside. */
function isAlike(run: RunAt, axes: number): boolean {
  const sides = Array.from({ length: axes }, (_, i) => symbol(`side${i}`));
  const [one, other] = [run(sides), run([...sides.slice(1), sides[0]!])];
  if (!one || !other) return false;
  const shown = ({ outcome }: Step): string =>
    (outcome?.outputs ?? []).map((shape) => shape.map(showDim).sort().join()).join(";");
  return one.every((step, i) => shown(step) === shown(other[i]!));
}

/** All weights by shape, as one text. */
const weightsIn = (steps: readonly Step[]): string =>
  steps
    .flatMap(({ outcome }) => (outcome ? weightsOf(outcome).map(({ dims }) => dims.map(showDim).join("·")) : []))
    .join();
