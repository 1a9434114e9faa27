import type { ModelSummary } from "../analysis/summarise";
import type { Model } from "../core/analysis";
import { english } from "../core/voice";
import { kerasTable } from "./keras-table";
import { layerTable, type Table } from "./summary-rows";

/** The table of a model; one of Keras reads as Keras prints it. */
export const tableOf = (name: string, summary: ModelSummary, model: Model, voice = english): Table =>
  model.graph.vocabulary.id === "keras"
    ? kerasTable(name, summary, model, voice)
    : layerTable(name, summary, voice, model.graph.program !== undefined);
