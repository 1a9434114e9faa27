import { bottleneck } from "./bottleneck";
import { ghostBottleneck } from "./ghost-bottleneck";
import { chain, type Image, type Run } from "./parts";
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
  through(run: Run, start: Image, inside: Inside): Image;
}

const last = (images: readonly Image[]): Image => images.at(-1)!;

const residual = (name: string, what: string, g: number, e: number): Kind => ({
  name,
  what,
  g,
  through: (run, start, { channels, n, shortcut, g }) =>
    last(chain(run, "m", n, res, start, { c2: channels, shortcut, g, e })),
});

const k = [
  [1, 1],
  [3, 3],
];
export const bottlenecks: Kind = {
  name: "Bottleneck",
  what: "bottlenecks",
  g: 1,
  through: (run, start, { channels, n, shortcut, g }) =>
    last(chain(run, "m", n, bottleneck, start, { c2: channels, shortcut, g, k, e: 1 })),
};

export const ghosts: Kind = {
  name: "Ghost",
  what: "ghost bottlenecks",
  g: 1,
  through: (run, start, { channels, n }) => last(chain(run, "m", n, ghostBottleneck, start, { c2: channels })),
};

export const residuals = residual("Res", "residual blocks", 1, 0.5);
export const groupedResiduals = residual("ResX", "residual blocks in groups", 32, 1);
