import { outputsOf, type Step } from "../core/analysis";
import { image } from "../core/batch";
import { compare, type Shape } from "../core/dim";
import { layerOf, type Node } from "../core/graph";
import { say } from "../core/message";
import { type Fix, replace } from "../core/problem";

/** Rows that are put in or taken out shift a number by as much, and seldom by more. */
const farthest = 3;

/** Where a join reads a row by its number and the sizes do not fit, the rows around that one whose sizes do. */
export function nearbyRows(node: Node, input: number, before: readonly Step[]): readonly Fix[] {
  const number = node.row?.from[input];
  const span = node.inputs[input]?.span;
  const other = node.inputs.find((_, i) => i !== input);
  const wanted = other?.node === undefined ? undefined : outputsOf(before[other.node])?.[other.port];
  if (typeof number !== "number" || number < 0 || !span || !wanted) return [];
  const rows = new Map<number, Step>();
  for (const step of before) if (step.node.row) rows.set(layerOf(step.node.row).index, step);
  const shapeOf = (row: number): Shape | undefined => outputsOf(rows.get(row))?.[0];
  const fits = (row: number): boolean => alike(shapeOf(row), wanted);
  return Array.from({ length: farthest }, (_, i) => [number + i + 1, number - i - 1])
    .flat()
    .filter((row) => row !== layerOf(node.row!).index && fits(row))
    .sort((a, b) => Number(fits(a + 1)) - Number(fits(b + 1)))
    .slice(0, 2)
    .map((row) =>
      replace(say`Read ${rows.get(row)!.node.label}, which gives ${image(shapeOf(row)!)}`, span, String(row), false),
    );
}

/** Equal but for the batch and the channels; the last row of a stage is what others read. */
const alike = (a: Shape | undefined, b: Shape): boolean =>
  a !== undefined && a.length === b.length && a.every((dim, axis) => axis < 2 || compare(dim, b[axis]!) === "yes");
