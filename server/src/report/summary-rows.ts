import type { LayerSummary } from "../analysis/summarise";

export const fieldText = (field: LayerSummary["receptiveField"]): string =>
  field === null ? "–" : Array.isArray(field) ? (field as readonly number[]).join("×") : String(field);

export const label = ({ type, name, repeats }: LayerSummary): string =>
  `${type}${repeats === 1 ? "" : ` ×${repeats}`}${name === null ? "" : ` (${name})`}`;

export const from = (layer: LayerSummary): string => layer.from.join(", ");
