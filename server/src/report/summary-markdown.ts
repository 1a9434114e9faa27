import type { LayerSummary, ModelSummary } from "../analysis/summarise";
import { grouped, shape, shapes } from "./numbers";
import { fieldText, from, label } from "./summary-rows";
import { bytes } from "./summary-table";

/** The table of layers as Markdown. */
export function summaryMarkdown(title: string, model: ModelSummary): string {
  const { parameters, trainable, macs, activationBytes } = model.totals;
  const input = Array.isArray(model.input) ? shape(model.input) : JSON.stringify(model.input);
  return [
    `# ${title}${model.scale === null ? "" : ` · ${model.scale}`}`,
    "",
    `Input \`${input}\` · **${grouped(parameters)}** parameters, ${grouped(trainable)} of them trainable · **${grouped(macs)}** MACs · ${bytes(activationBytes)} of activations`,
    "",
    "| | layer | from | output | parameters | MACs | memory | receptive field |",
    "|--:|---|---|---|--:|--:|--:|--:|",
    ...model.layers.map(row),
    "",
  ].join("\n");
}

const row = (layer: LayerSummary): string =>
  `| ${[
    layer.index,
    label(layer),
    from(layer),
    `\`${shapes(layer.outputs)}\``,
    grouped(layer.parameters),
    grouped(layer.macs),
    bytes(layer.activationBytes),
    fieldText(layer.receptiveField),
  ].join(" | ")} |`;
