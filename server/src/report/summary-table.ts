import picocolors from "picocolors";
import type { LayerSummary, ModelSummary } from "../analysis/summarise";
import { grouped, shape, shapes } from "./numbers";
import { fieldText, from, label } from "./summary-rows";

const header = ["", "layer", "from", "output", "parameters", "MACs", "memory", "field"] as const;
const numeric = new Set([0, 4, 5, 6, 7]);

/** A table of layers for a terminal, and the totals below it. */
export function summaryTable(title: string, model: ModelSummary, color: boolean): string {
  const colors = picocolors.createColors(color);
  const rows = model.layers.map(cells);
  const { parameters, trainable, macs, activationBytes } = model.totals;
  const totals = ["", "total", "", "", grouped(parameters), grouped(macs), bytes(activationBytes), ""];
  const widths = header.map((name, i) =>
    Math.max(...[header, ...rows, totals].map((row) => row[i]!.length), name.length),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (numeric.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd();
  const rule = colors.dim("─".repeat(widths.reduce((a, b) => a + b + 2, -2)));
  const input = model.input && Array.isArray(model.input) ? shape(model.input) : inputs(model.input);
  const frozen = trainable === parameters ? [] : [`${grouped(trainable)} trainable`];
  return [
    colors.bold(`${title}${model.scale === null ? "" : ` · scale ${model.scale}`} · input ${input}`),
    colors.dim(line(header)),
    rule,
    ...rows.map(line),
    rule,
    colors.bold(line(totals)),
    ...frozen,
    ...(parameters === null ? ["Not everything is known, so there are no totals: see `convlint check`."] : []),
    "",
  ].join("\n");
}

const inputs = (input: ModelSummary["input"]): string =>
  input
    ? Object.entries(input)
        .map(([name, sizes]) => `${name} ${shape(sizes)}`)
        .join(", ")
    : "?";

const cells = (layer: LayerSummary): readonly string[] => [
  String(layer.index),
  label(layer),
  from(layer),
  shapes(layer.outputs),
  grouped(layer.parameters),
  grouped(layer.macs),
  bytes(layer.activationBytes),
  fieldText(layer.receptiveField),
];

/** Of 1,024 bytes each. */
export function bytes(figure: ModelSummary["totals"]["activationBytes"]): string {
  if (typeof figure !== "number") return grouped(figure);
  const [size, unit] =
    figure < 2 ** 10
      ? [1, "B"]
      : figure < 2 ** 20
        ? [2 ** 10, "KiB"]
        : figure < 2 ** 30
          ? [2 ** 20, "MiB"]
          : [2 ** 30, "GiB"];
  const value = figure / size;
  return `${size === 1 || value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${unit}`;
}
