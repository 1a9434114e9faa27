import type { ModelSummary } from "../analysis/summarise";
import type { Model } from "../core/analysis";
import { kerasTable } from "./keras-table";
import { layerTable, type Table } from "./summary-rows";

/** The table of a model; one of Keras reads as Keras prints it. */
export const tableOf = (name: string, summary: ModelSummary, model: Model): Table =>
  model.graph.vocabulary.id === "keras" ? kerasTable(name, summary, model) : layerTable(name, summary);
