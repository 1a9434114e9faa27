import type { Model } from "../core/analysis";
import { isBorder } from "../core/border";
import { compare, type Dim } from "../core/dim";
import { everywhere } from "../core/everywhere";
import { destination, flowOf, imageOf, type Part, shapeOf } from "../core/flow";

import { listed, type Message, say } from "../core/message";
import { nameOf } from "../core/naming";
import { averages, changesNothing, handsOn } from "../core/passing";
import { rule } from "../core/rule";
import { windowsOf, writtenWindows } from "../core/windows";

export const stackedLinear = rule({
  id: "stacked-linear",
  summary: "Two Linear layers, or two convolutions, follow each other with no activation between.",
  why: "What two linear maps do one after the other, one does as well. The weights of both are trained for what a single layer could hold, and the network is less deep than it looks.",
  severity: "warning",
  source: "https://arxiv.org/abs/2105.00095",
  near: true,
  needs: [(part) => kindOf(part) !== undefined && leadsOn(part)],
  check(model: Model, report) {
    const pairs = pairsIn(model);
    // Of copies in a row the last is half of a pair too.
    const last = new Map([...pairs.values()].map((pair) => [pair.second, pair]));
    const found = everywhere(model, (part) => pairs.get(part) ?? ofOneText(last.get(part)));
    for (const { part, found: pair } of found) {
      if (pair.first !== part) continue;
      const { first, second } = pair;
      report(part.step, messageOf(pair), {
        related: first.step.node.opSpan.from === second.step.node.opSpan.from ? [] : [relatedTo(pair)],
      });
    }
  },
});

/** Two linear maps, and what lies between them. */
interface Pair {
  readonly first: Part;
  readonly between: readonly Part[];
  readonly second: Part;
}

function pairsIn(model: Model): ReadonlyMap<Part, Pair> {
  const pairs = new Map<Part, Pair>();
  if (model.steps.length < 3) return pairs;
  const shared = new Set(model.steps.flatMap(({ node }) => (node.shares === undefined ? [] : [node.shares, node.id])));
  const isOwn = ({ step }: Part): boolean => !shared.has(step.node.id);
  const written = writtenWindows(model);
  const kindIn = (part: Part) => (part.isWhole || (written.has(part) && isClear(part)) ? kindOf(part) : undefined);
  for (const first of flowOf(model)) {
    const kind = kindIn(first);
    if (!kind || !isOwn(first)) continue;
    const between: Part[] = [];
    const second = destination(first, (part) => isLinear(part) && between.push(part) > 0)?.part;
    if (!second || kindIn(second) !== kind || !isOwn(second)) continue;
    if (!isBottleneck(first, between, second)) pairs.set(first, { first, between, second });
  }
  return pairs;
}

/** Whether nothing that is not linear comes behind a part inside of its own layer. */
function leadsOn(part: Part): boolean {
  const next = destination(part, isLinear)?.part;
  return !next || kindOf(next) !== undefined;
}

const ofOneText = (pair: Pair | undefined): Pair | undefined =>
  pair && pair.first.step.node.opSpan.from === pair.second.step.node.opSpan.from ? pair : undefined;

/** Layers that are as good as one: convolutions of one channel each, of one pixel or of one axis each are meant in pairs. */
function kindOf(part: Part): "dense" | "convolution" | "transposed" | undefined {
  const { op, args } = part;
  if (!op) return undefined;
  if (op.name === "Linear") return "dense";
  if (/^ConvTranspose\dd$/.test(op.name) && args["groups"] === 1)
    return isSquare(args["kernel_size"]) ? "transposed" : undefined;
  const [window, ...others] = /^Conv\dd$/.test(op.name) && args["groups"] === 1 ? windowsOf(part) : [];
  return window && window.taps > 1 && others.every(({ taps }) => taps === window.taps) ? "convolution" : undefined;
}

/** Whether it is certain which activation the layer around a part has: one that an argument spells as text may be none. */
const isClear = ({ step: { args } }: Part): boolean => args?.["act"] === undefined || typeof args["act"] === "boolean";

const isSquare = ([side, ...others]: readonly number[]): boolean =>
  side! > 1 && others.every((other) => other === side);

/** What adds and multiplies by constants alone, once the network is trained. */
const isLinear = (part: Part): boolean =>
  part.op !== undefined &&
  (changesNothing(part) ||
    handsOn(part) ||
    part.op.traits.includes("flatten") ||
    isBorder(part) ||
    averages(part) ||
    /^BatchNorm|Dropout/.test(part.op.name));

/** Whether the first gives less than it reads and than the second gives, which is a factor of a large matrix. */
function isBottleneck(first: Part, between: readonly Part[], second: Part): boolean {
  const [reads, width, gives] = [
    widthOf(first, shapeIn(first)),
    widthOf(first, first.outputs[0]),
    widthOf(second, second.outputs[0]),
  ];
  if (!isAtLeast(width, reads)) {
    // Where places are put in a row afterwards, each went through the same narrow layer.
    if (between.some((part) => part.op?.traits.includes("flatten") && !changesNothing(part))) return true;
    return !isAtLeast(width, gives);
  }
  return false;
}

const shapeIn = ({ inputs }: Part) => inputs[0] && shapeOf(inputs[0]);

const widthOf = (part: Part, shape: readonly Dim[] | undefined): Dim | undefined =>
  part.op?.name === "Linear" ? shape?.at(-1) : imageOf(part, shape)?.channels;

const isAtLeast = (a: Dim | undefined, b: Dim | undefined): boolean =>
  typeof a === "number" && typeof b === "number"
    ? a >= b
    : a !== undefined && b !== undefined && compare(a, b) === "yes";

function messageOf({ first, between, second }: Pair): Message {
  // An activation that was switched off inside of a layer is no layer.
  const told = between.filter((part) => part.isWhole || !handsOn(part));
  const kinds = [...new Map(told.map((part) => [`${part.op!.name} ${part.step.node.op}`, nameOf(part)])).values()];
  const where = kinds.length ? say`with only ${listed(kinds)} between them` : say`with no activation between them`;
  const [one, other] = [first, second].map(({ step }) => step.node.label);
  return say`${one!} and ${other!} are one linear map, ${where}: an activation belongs there, or one of the two is enough`;
}

const relatedTo = ({ second }: Pair) => ({ span: second.step.node.opSpan, message: say`the second` });
