import { memoryInWords } from "../analysis/memory-words";
import type { Figure, LayerSummary, ModelSummary } from "../analysis/summarise";
import { empty, type Message, render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { bytes, grouped, shape, shapes } from "./numbers";

/** A column of a table of layers. */
export interface Column {
  readonly title: string;
  readonly right: boolean;
  readonly cells: readonly string[];
  readonly total: string;
}

/** A table of layers with what stands above and below it. */
export interface Table {
  readonly title: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly notes: readonly string[];
}

export const layerTable = (name: string, model: ModelSummary, voice: Voice, isProgram = false): Table => ({
  title: titleOf(name, model, voice, isProgram),
  rows: model.layers.length,
  columns: columnsOf(model, voice),
  notes: footnotes(model, voice),
});

/** What tables of layers show, whatever they are drawn with. Columns that say nothing are left out. */
function columnsOf({ layers, totals }: ModelSummary, voice: Voice): readonly Column[] {
  const tell = (message: Message): string => render(message, voice);
  const words = (title: string, cell: (layer: LayerSummary) => string, total = ""): Column => ({
    title,
    right: false,
    cells: layers.map(cell),
    total,
  });
  const figures = (title: string, pick: (layer: LayerSummary) => Figure, whole: Figure, show = grouped): Column => ({
    title,
    right: true,
    cells: layers.map((layer) => show(pick(layer))),
    total: whole === null ? `≥ ${show(known(layers.map(pick)))}` : show(whole),
  });
  return [
    { ...words("", ({ index }) => String(index)), right: true },
    words(tell(say`layer`), ({ type, repeats }) => (repeats === 1 ? type : `${type} ×${repeats}`), tell(say`total`)),
    ...(layers.some(({ name }) => name !== null) ? [words(tell(say`name`), ({ name }) => name ?? "")] : []),
    ...(layers.every(({ from }) => from.length === 1 && from[0] === -1) ? [] : [words(tell(say`from`), sources)]),
    words(tell(say`output`), ({ outputs }) => shapes(outputs)),
    figures(tell(say`parameters`), ({ parameters }) => parameters, totals.parameters),
    figures("MACs", ({ macs }) => macs, totals.macs),
    figures(tell(say`memory`), ({ activationBytes }) => activationBytes, totals.activationBytes, bytes),
    { ...words(tell(say`sees`), ({ receptiveField }) => fieldText(receptiveField)), right: true },
  ];
}

const sources = ({ from }: LayerSummary): string => from.join(", ");

/** Of what is known, where something is not. */
export const known = (figures: readonly Figure[]): number =>
  figures.reduce<number>((sum, figure) => (typeof figure === "number" ? sum + figure : sum), 0);

export const fieldText = (field: LayerSummary["receptiveField"]): string =>
  field === null ? "–" : Array.isArray(field) ? (field as readonly number[]).join("×") : String(field);

/** `yolov8.yaml · scale n · input [3, 640, 640]`; models of a program are called by their names alone. */
function titleOf(name: string, { scale, input, presumed }: ModelSummary, voice: Voice, isProgram: boolean): string {
  const which = scale === null ? [] : [isProgram ? scale : render(say`scale ${scale}`, voice)];
  const inputs =
    input === null || Array.isArray(input)
      ? render(say`input ${shape(input as readonly Figure[] | null)}`, voice)
      : Object.entries(input)
          .map(([one, sizes]) => `${one} ${shape(sizes)}`)
          .join(", ");
  return [name, ...which, presumed ? render(say`${inputs}, presumed`, voice) : inputs].join(" · ");
}

/** Beside the mark of what is at least so. */
export const leavesOut = say`≥ leaves out what is not known: \`convlint check\` says why`;

/** What stands below a table: figures of the whole model that belong to no column. */
function footnotes(summary: ModelSummary, voice: Voice): readonly string[] {
  const { parameters, trainable, gflops, libraryLayers } = summary.totals;
  return [
    ...needsOf(summary, voice),
    ...(trainable !== null && trainable !== parameters
      ? [render(say`${grouped(trainable)} parameters are trained`, voice)]
      : []),
    ...(gflops == null
      ? []
      : [render(say`${String(Number(gflops.toPrecision(4)))} GFLOPs as the library counts them`, voice)]),
    ...(libraryLayers == null ? [] : [render(say`${libraryLayers} layers as the library counts them`, voice)]),
    ...(parameters === null ? [render(leavesOut, voice)] : []),
  ];
}

/** Which images the model takes, and what training it holds. */
export function needsOf(
  { totals: { imageMultiple }, inputSizes, trainingMemory }: ModelSummary,
  voice: Voice,
): readonly string[] {
  const rounding = imageMultiple == null ? empty : say`; the library rounds sides up to multiples of ${imageMultiple}`;
  return [
    ...(inputSizes ? [inputSizes.text + render(rounding, voice)] : []),
    ...(trainingMemory ? [render(memoryInWords(trainingMemory), voice)] : []),
  ];
}
