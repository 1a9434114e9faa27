import type { LayerSummary, ModelSummary } from "../analysis/summarise";
import { shapes } from "./numbers";
import { fieldText } from "./summary-rows";

const header =
  "scale,index,line,name,type,from,repeats,output,parameters,trainable,macs,activationBytes,receptiveField";

/** A line for each layer of each model; nothing is rounded or grouped. */
export const summaryCsv = (models: readonly ModelSummary[]): string =>
  `${[header, ...models.flatMap((model) => model.layers.map((layer) => line(model.scale, layer)))].join("\n")}\n`;

const line = (scale: string | null, layer: LayerSummary): string =>
  [
    scale,
    layer.index,
    layer.line,
    layer.name,
    layer.type,
    layer.from.join(" "),
    layer.repeats,
    shapes(layer.outputs),
    layer.parameters,
    layer.trainable,
    layer.macs,
    layer.activationBytes,
    layer.receptiveField === null ? null : fieldText(layer.receptiveField),
  ]
    .map(cell)
    .join(",");

const cell = (value: string | number | null): string => {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
