import { type Model, shapeAt } from "../core/analysis";
import { type Activations, libraryModules } from "./library-modules";
import { libraryOperations } from "./library-operations";

/** What the Ultralytics library says of a model; null where it cannot be said for certain. */
export interface LibraryTotals {
  readonly gflops: number | null;
  readonly libraryLayers: number | null;
  /** The library rounds the sides of images up to multiples of it. */
  readonly imageMultiple: number | null;
}

/** Which modules a version of the library counts as layers. */
export interface Layers {
  readonly count: "all" | "leaves";
  readonly activations: Activations;
}

/**
 * The library counts operations on a small square image and scales them by the area. `at` understands
 * the model for such an image; nothing where it does not run.
 */
export function libraryTotals(
  model: Model,
  at: (side: number) => Model | undefined,
  { count, activations }: Layers,
): LibraryTotals {
  return {
    gflops: gflopsOf(model, at) ?? null,
    libraryLayers: libraryModules(model, activations)?.[count] ?? null,
    imageMultiple: sideOf(model, at) ?? null,
  };
}

function gflopsOf(model: Model, at: (side: number) => Model | undefined): number | undefined {
  const [, , height, width] = model.graph.nodes.find((node) => node.given)?.given ?? [];
  const side = sideOf(model, at);
  if (typeof height !== "number" || typeof width !== "number" || side === undefined) return undefined;
  const small = at(side);
  const operations = libraryOperations(small ?? model);
  if (operations === undefined) return undefined;
  const scaled = small ? operations * (height / side) * (width / side) : operations;
  return Number(((2 * scaled) / 1e9).toPrecision(12));
}

/** The largest step of the inputs of a head, which the library finds by running the model once; at least 32. */
function sideOf(model: Model, at: (side: number) => Model | undefined): number | undefined {
  const last = model.steps.at(-1);
  const boxes = last?.spelling?.op.traits.includes("head") && last.outcome?.outputs[0]?.length === 3;
  if (!boxes) return 32;
  const tried = at(tryOut);
  const head = tried?.steps.at(-1)?.node;
  if (!tried || !head) return undefined;
  const heights = head.inputs.map((edge) => shapeAt(tried, edge)?.[2]);
  return heights.reduce<number>((most, size) => Math.max(most, tryOut / (typeof size === "number" ? size : NaN)), 32);
}

const tryOut = 256;
