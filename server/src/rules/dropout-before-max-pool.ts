import { image } from "../core/batch";
import { mul } from "../core/dim";
import { everywhere } from "../core/everywhere";
import { destination, type Part, shapeOf, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { handsOn } from "../core/passing";
import { rule } from "../core/rule";

export const dropoutBeforeMaxPool = rule({
  id: "dropout-before-max-pool",
  summary: "A dropout of single values stands before a max pooling, which undoes most of it.",
  why: "The pooling passes over a zero as long as anything larger is left in its window. Behind the pooling the dropout drops the share that it says.",
  severity: "information",
  source: "https://arxiv.org/abs/2105.08095",
  near: true,
  needs: [({ op }) => op?.chance?.loses === "values", ({ op }) => op?.traits.includes("largest") === true],
  check(model, report) {
    for (const { part, found } of everywhere(model, poolBehind, wholeParts(model))) {
      const { pool, rate, taps } = found;
      const share = Math.round(rate ** taps * 1000) / 10;
      const left = share >= 0.1 ? String(share) : "under 0.1";
      report(
        part.step,
        say`with ${String(rate * 100)} % dropped, ${pool.step.node.op} over ${taps} values finds only zeros in ${left} % of its windows; behind it the rate holds`,
        { related: [{ span: pool.step.node.opSpan, message: say`pooled here` }] },
      );
    }
  },
});

interface Undone {
  readonly pool: Part;
  readonly rate: number;
  /** Values in a window. */
  readonly taps: number;
}

function poolBehind(part: Part): Undone | undefined {
  const { op, isWhole, args } = part;
  const rate = args["p"];
  if (!isWhole || op?.chance?.loses !== "values" || typeof rate !== "number" || rate === 0 || rate === 1)
    return undefined;
  const pool = destination(part, (one) => handsOn(one) || one.op?.traits.includes("activation") === true)?.part;
  if (!pool?.op?.traits.includes("largest") || !pool.op.traits.includes("pooling")) return undefined;
  const taps = tapsOf(pool);
  return taps > 1 ? { pool, rate, taps } : undefined;
}

/** Values in one window; without a kernel each reads its share of the image. */
function tapsOf({ args, inputs, outputs }: Part): number {
  const kernel: unknown = args["kernel_size"];
  if (Array.isArray(kernel)) return kernel.reduce((product: number, side: number) => product * side, 1);
  const [from, to] = [inputs[0] && shapeOf(inputs[0]), outputs[0]].map((shape) => shape && mul(...image(shape)));
  return typeof from === "number" && typeof to === "number" ? Math.floor(from / to) : Number.NaN;
}
