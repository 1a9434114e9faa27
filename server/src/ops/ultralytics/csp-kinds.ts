import type { Op } from "../../core/op";
import { bottleneck } from "./bottleneck";
import { ghostBottleneck } from "./ghost-bottleneck";
import { chain, type Image, type Run } from "./parts";
import { repBottleneck } from "./rep-bottleneck";
import { repRes } from "./rep-res";
import { res } from "./res";

interface Inside {
  readonly channels: number;
  readonly n: number;
  readonly shortcut: boolean;
  readonly g: number;
}

/** What is repeated inside of a stage. */
export interface Kind {
  readonly name: string;
  readonly what: string;
  readonly g: number;
  /** Wirings in which blocks do not add their input unless it is asked for. */
  readonly plain: string;
  /** Blocks that are built, also those that are replaced: what part of the channels their groups split. */
  readonly grouped: readonly number[];
  through(run: Run, start: Image, inside: Inside): Image;
}

const last = (images: readonly Image[]): Image => images.at(-1)!;

const residual = (
  by: typeof res | typeof repRes,
  kind: Pick<Kind, "name" | "what" | "g" | "plain">,
  e: number,
): Kind => ({
  ...kind,
  grouped: [1, 0.5],
  through: (run, start, { channels, n, shortcut, g }) =>
    last(chain(run, "m", n, by as Op as typeof res, start, { c2: channels, shortcut, g, e })),
});

const k = [
  [1, 1],
  [3, 3],
];
export const bottlenecks: Kind = {
  name: "Bottleneck",
  what: "bottlenecks",
  g: 1,
  plain: "B",
  grouped: [1],
  through: (run, start, { channels, n, shortcut, g }) =>
    last(chain(run, "m", n, bottleneck, start, { c2: channels, shortcut, g, k, e: 1 })),
};

export const repBottlenecks: Kind = {
  name: "RepBottleneck",
  what: "bottlenecks with RepConv",
  g: 1,
  plain: "B",
  grouped: [1],
  through: (run, start, { channels, n, g }) =>
    last(chain(run, "m", n, repBottleneck, start, { c2: channels, g, e: 1 })),
};

export const ghosts: Kind = {
  name: "Ghost",
  what: "ghost bottlenecks",
  g: 1,
  plain: "",
  grouped: [1],
  through: (run, start, { channels, n }) => last(chain(run, "m", n, ghostBottleneck, start, { c2: channels })),
};

export const residuals = residual(res, { name: "Res", what: "residual blocks", g: 1, plain: "" }, 0.5);
export const groupedResiduals = residual(res, { name: "ResX", what: "residual blocks in groups", g: 32, plain: "" }, 1);
export const repResiduals = residual(
  repRes,
  { name: "RepRes", what: "residual blocks with RepConv", g: 1, plain: "B" },
  0.5,
);
export const groupedRepResiduals = residual(
  repRes,
  { name: "RepResX", what: "residual blocks with RepConv in groups", g: 32, plain: "B" },
  0.5,
);
