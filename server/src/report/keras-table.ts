import type { Figure, LayerSummary, ModelSummary, Sizes } from "../analysis/summarise";
import type { Model } from "../core/analysis";
import { render } from "../core/message";
import type { Voice } from "../core/voice";
import { type KerasLayer, kerasLayers } from "./keras-layers";
import { bytes, grouped } from "./numbers";
import { type Column, fieldText, known, leavesOut, needsOf, type Table } from "./summary-rows";

/** A model of Keras as `model.summary()` prints it, with what else is known of every layer. */
export function kerasTable(file: string, summary: ModelSummary, model: Model, voice: Voice): Table {
  const { layers, chain } = kerasLayers(model, summary.layers);
  const inputs = inputsOf(summary);
  const column = (title: string, right: boolean, cell: (layer: KerasLayer, i: number) => string): Column => ({
    title,
    right,
    cells: layers.map(cell),
    total: "",
  });
  const figures = (title: string, show: (summary: LayerSummary) => string): Column =>
    column(title, true, ({ summary }) => (summary ? show(summary) : ""));
  return {
    title: [file, ...inputs.map(([name, sizes]) => `${name} ${kerasShape(sizes)}`)].join(" · "),
    rows: layers.length,
    columns: [
      column("Layer (type)", false, ({ name, type }) => (name === undefined ? type : `${name} (${type})`)),
      column("Output Shape", false, ({ summary }, i) => outputText(summary?.outputs ?? [inputs[i]?.[1] ?? null])),
      column("Param #", true, ({ summary }) => grouped(summary ? summary.parameters : 0)),
      ...(chain ? [] : [column("Connected to", false, ({ from }) => from.join(", ") || "-")]),
      figures("MACs", ({ macs }) => grouped(macs)),
      figures("Memory", ({ activationBytes }) => bytes(activationBytes)),
      figures("Sees", ({ receptiveField }) => fieldText(receptiveField)),
    ],
    notes: [...totalsOf(summary, layers, model, voice), ...needsOf(summary, voice)],
  };
}

/** By name, the only one as `input`. */
const inputsOf = ({ input }: ModelSummary): readonly (readonly [name: string, sizes: Sizes])[] =>
  input === null || Array.isArray(input)
    ? [["input", input as Sizes]]
    : Object.entries(input as { readonly [name: string]: Sizes });

/** `(None, 30, 30, 16)`, the batch first. */
const kerasShape = (sizes: Sizes): string =>
  sizes ? `(${["None", ...sizes.map((size) => size ?? "?")].join(", ")})` : "?";

const outputText = (outputs: readonly Sizes[]): string =>
  outputs.length === 1 ? kerasShape(outputs[0]!) : `[${outputs.map(kerasShape).join(", ")}]`;

function totalsOf(
  { totals }: ModelSummary,
  layers: readonly KerasLayer[],
  { graph }: Model,
  voice: Voice,
): readonly string[] {
  const figuresOf = (pick: (layer: LayerSummary) => Figure): readonly Figure[] =>
    layers.flatMap(({ summary }) => (summary ? [pick(summary)] : []));
  const whole = (figure: Figure, pick: (layer: LayerSummary) => Figure): string =>
    figure === null ? `≥ ${grouped(known(figuresOf(pick)))}` : grouped(figure);
  // How long a number of 16-bit weights is hangs on the policy of each layer.
  const exact = (graph.training?.precision ?? "float32") === "float32";
  const sized = (figure: Figure): string =>
    exact && typeof figure === "number" ? ` (${weightBytes(4 * figure)})` : "";
  const { parameters, trainable, macs } = totals;
  const others = typeof parameters === "number" && typeof trainable === "number" ? parameters - trainable : undefined;
  // Of the layers that are listed; the totals of a summary count a block by what it hands on.
  const memory = figuresOf(({ activationBytes }) => activationBytes);
  const leftOut = memory.every((figure) => typeof figure === "number") ? "" : "≥ ";
  return [
    `Total params: ${whole(parameters, (layer) => layer.parameters)}${sized(parameters)}`,
    `Trainable params: ${whole(trainable, (layer) => layer.trainable)}${sized(trainable)}`,
    ...(others === undefined ? [] : [`Non-trainable params: ${grouped(others)}${sized(others)}`]),
    `Total MACs: ${whole(macs, (layer) => layer.macs)}`,
    `Total memory: ${leftOut}${bytes(known(memory))}`,
    ...(parameters === null ? [render(leavesOut, voice)] : []),
  ];
}

const units = ["Byte", "KB", "MB", "GB", "TB", "PB"] as const;

/** In Keras' own units and with its two digits. */
function weightBytes(size: number): string {
  let [rest, unit] = [size, 0];
  while (rest >= 1024 && unit < units.length - 1) [rest, unit] = [rest / 1024, unit + 1];
  return `${rest.toFixed(2)} ${units[unit]}`;
}
