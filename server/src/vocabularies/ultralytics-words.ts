import type { Op } from "../core/op";
import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { concat } from "../ops/concat";
import { pixelShuffle } from "../ops/pixel-shuffle";
import { pixelUnshuffle } from "../ops/pixel-unshuffle";
import { bottleneck } from "../ops/ultralytics/bottleneck";
import { modules as all } from "../ops/ultralytics/index";
import { sppf } from "../ops/ultralytics/sppf";
import { torch } from "./pytorch";

export type Spellings = { readonly [module: string]: Spelling };

/** A module that the parser tells the channels of its input. */
export const told = (op: Op, implied: readonly string[] = [], said: Partial<Spelling> = {}): Spelling =>
  "xs" in op.inputs
    ? spell(op, { states: { ch: "xs.C" }, implied: ["ch", ...implied], ...said })
    : spell(op, { states: { c1: "x.C" }, implied: ["c1", ...implied], ...said });

/** A module of which that is written by hand, before all else. */
export const byHand = (op: Op, said: Partial<Spelling> = {}): Spelling => spell(op, { states: { c1: "x.C" }, ...said });

/** Nobody writes how often the inside of a block is repeated, and the settings of heads are keys of the file. */
const inner = ["n", "reg_max", "end2end", "legacy", "pe", "apart", "out_norm", "wrapped"];
/** Modules whose own repetition is an argument like others. */
const counted = new Set(["C3SPP", "RepNCSPELAN4", "ResNetLayer", "SPPF"]);

/** What a version decides for a block. */
const decided: { readonly [module: string]: readonly string[] } = { BottleneckCSP: ["k"] };

const impliedIn = (op: Op): readonly string[] =>
  counted.has(op.name) ? [] : [...inner.filter((name) => name in op.params), ...(decided[op.name] ?? [])];

/** Arguments that cannot be left out: the parser reads them, or puts others behind them. */
export const needed = (...names: readonly string[]): Spelling["takes"] =>
  Object.fromEntries(names.map((name) => [name, { default: undefined }]));

/** A head, which gets the list of its channels behind what is written. */
export function headed(op: Op): Spelling {
  const implied = impliedIn(op);
  return told(op, implied, { takes: needed(...Object.keys(op.params).filter((name) => !implied.includes(name))) });
}

const isHead = (op: Op): boolean => op.traits.includes("head") && "xs" in op.inputs;

const modules: Spellings = Object.fromEntries(
  all.map((op) => [op.name, isHead(op) ? headed(op) : told(op, impliedIn(op))]),
);

/** torch's own modules, and the joins: whatever the version. */
const common: Spellings = {
  ...Object.fromEntries(Object.entries(torch).map(([name, spelling]) => [`nn.${name}`, spelling as Spelling])),
  // It is built for as many channels as come in, whatever is written.
  "nn.BatchNorm2d": spell(torch.BatchNorm2d.op, { states: { num_features: "x.C" }, implied: ["num_features"] }),
  Concat: spell(concat),
};

/** Where the parser counts channels for a transposed convolution as for its own. */
export const enlarging: Spellings = {
  "nn.ConvTranspose2d": spell(torch.ConvTranspose2d.op, { states: { in_channels: "x.C" }, implied: ["in_channels"] }),
};

/** Bottlenecks that begin with a 1×1 convolution. */
const kernels = {
  k: [
    [1, 1],
    [3, 3],
  ],
};
export const narrowFirst = { kernels, Bottleneck: told(bottleneck, ["k"], { defaults: kernels }) };

/** Before 8.4 SPPF always pools three times. */
export const threePools: Spellings = {
  SPPF: told(sppf, ["n", "act", "shortcut"], { defaults: { act: true } }),
};

/** What only lays pixels and channels out anew. */
export const moves: Spellings = {
  Contract: spell(pixelUnshuffle, { words: { gain: "downscale_factor" } }),
  Expand: spell(pixelShuffle, { words: { gain: "upscale_factor" } }),
};

export const pick = (names: string): Spellings =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, modules[name]!]));

export const version = (id: string, ...parts: readonly Spellings[]): Vocabulary => ({
  id,
  title: id,
  layout: "channels-first",
  countsState: false,
  python: true,
  literals: { true: "True", false: "False", null: "None" },
  spellings: new Map(Object.entries<Spelling>(Object.assign({}, common, ...parts))),
});
