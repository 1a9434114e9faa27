import { ofField, ofMacs, ofMemory, ofParameters } from "../analysis/arithmetic";
import { shownSizes } from "../analysis/shown-sizes";
import { ofSizes } from "../analysis/size-arithmetic";
import { countsOf, type Model, macsOf, parametersOf, shapeAt } from "../core/analysis";
import { bytesPerValue } from "../core/bytes";
import type { Edge, Node } from "../core/graph";
import { render } from "../core/message";
import { type Pixels, receptiveFields } from "../core/receptive-field";
import { effectiveArguments } from "./effective";
import { grouped, memory, share, short, showImage, showImages } from "./figures";
import { bounded, tableOf } from "./markdown";
import { activeModel, activeOfSeveral, type Snapshot } from "./snapshot";
import { activationOf, figuresOf, inputsOf, isLeftOut, outputsOf, stepsIn, type Use, whereIn, whereOf } from "./use";

/** What a row does to its input and what it costs: of all uses in a table, and in more words in the model that is looked at. */
export function aboutLayer(snapshot: Snapshot, uses: readonly Use[]): readonly string[] {
  const active = activeModel(snapshot);
  const here = uses.filter(({ model }) => model === active);
  const one = here.length === 1 ? here[0] : undefined;
  const heading = one && uses.length > 1 && whereOf(one) ? `At ${whereOf(one)}: ` : "";
  const [args] = uses.length === 1 ? effectiveArguments(uses, snapshot.text) : [];
  const call = args ? [`effective arguments \`${args}\``] : [];
  return [
    ...(uses.length > 1 ? [others(snapshot, uses)] : []),
    ...(one ? [heading + flowOf(one), ...call, ...costsOf(one)] : []),
  ];
}

const flowOf = (use: Use): string =>
  isLeftOut(use)
    ? `left out: hands on ${imagesOf(outputsOf(use))}`
    : `${imagesOf(inputsOf(use))} → ${imagesOf(outputsOf(use))}`;

const imagesOf = (shapes: ReturnType<typeof outputsOf>): string =>
  shapes.length && shapes.some((shape) => shape) ? `\`${showImages(shapes)}\`` : "unknown shape";

function costsOf(use: Use): readonly string[] {
  const figures = figuresOf(use);
  const bytes = activationOf(use);
  const lines = [
    ...sizesLine(use),
    ...(figures ? [...parametersLine(use, figures.parameters), ...macsLine(figures.macs, use)] : []),
    ...(bytes === undefined ? [] : [`- memory: ${memoryOf(use)}${memory(bytes)} for one image`]),
    ...fieldLine(use),
  ];
  return lines.length ? [lines.join("\n")] : [];
}

function parametersLine(use: Use, count: ReturnType<typeof macsOf>): readonly string[] {
  const { model } = use;
  const steps = stepsIn(use);
  const shared = steps.some(({ node }) => node.shares !== undefined);
  if (count === 0) return shared ? ["- parameters: none of its own, it shares those of another layer"] : [];
  const how = steps.length === 1 ? inOneLine(ofParameters(steps[0]!, model.graph)) : undefined;
  const counts = countsOf(steps);
  const total = parametersOf(countsOf(model.steps), model.graph);
  const part = share(count, total);
  const fixed = counts.trainable === count ? "" : `, ${grouped(counts.trainable)} of them trainable`;
  const equals = how === undefined || how === grouped(count) ? "" : `${how} = `;
  return [`- parameters: ${equals}${grouped(count)}${fixed}${part ? ` (${part} of ${grouped(total)})` : ""}`];
}

/** A sum that nobody would follow is left out. */
const inOneLine = (sum: string | undefined): string | undefined => (sum && sum.length > 90 ? undefined : sum);

function macsLine(macs: ReturnType<typeof macsOf>, use: Use): readonly string[] {
  if (macs === 0) return [];
  const steps = stepsIn(use);
  const how = steps.length === 1 ? inOneLine(ofMacs(steps[0]!)) : undefined;
  const part = share(macs, macsOf(use.model.steps));
  return [`- MACs: ${how ? `${how} = ` : ""}${short(macs)}${part ? ` (${part})` : ""}`];
}

function sizesLine(use: Use): readonly string[] {
  const steps = stepsIn(use).filter(({ node }) => !node.either);
  const lines =
    steps.length === 1 ? ofSizes(steps[0]!, use.model.steps, use.model.graph.vocabulary).map((one) => render(one)) : [];
  return lines.length ? [`- sizes: ${lines.join(", ")}`] : [];
}

function memoryOf(use: Use): string {
  const shapes = outputsOf(use).filter((shape) => shape !== undefined);
  const how = ofMemory(shapes, bytesPerValue(use.model.graph));
  // A list of numbers needs no multiplication to be followed.
  return how.length < 60 ? `${how} = ` : "";
}

function fieldLine(use: Use): readonly string[] {
  const { model, row } = use;
  const edge = row.outputs[0];
  if (edge?.node === undefined) return [];
  const { receptiveField, effectiveStride, effectivePadding } = receptiveFields(model).at(edge.node, edge.port);
  if (receptiveField === null) return [];
  const shown = (pixels: Pixels): string => (Array.isArray(pixels) ? pixels : [pixels]).map(tidy).join(" × ");
  const area = typeof receptiveField === "number" ? [receptiveField, receptiveField] : receptiveField;
  const steps = stepsIn(use);
  const how = steps.length === 1 ? ofField(steps[0]!, model) : undefined;
  return [
    `- receptive field: ${how ? `${how} = ` : ""}${how ? shown(receptiveField) : shown(area)} px of the input, stride ${shown(effectiveStride)}, padding ${shown(effectivePadding)}`,
  ];
}

/** Where an image was enlarged, strides are fractions. */
const tidy = (pixels: number): string => String(Number(pixels.toPrecision(4)));

/** All uses side by side. */
function others(snapshot: Snapshot, uses: readonly Use[]): string {
  const active = activeOfSeveral(snapshot);
  const args = effectiveArguments(uses, snapshot.text);
  const repeated = uses.some(({ row }) => row.repeats > 1);
  const rows = uses.map((use, i) => {
    const figures = figuresOf(use);
    return [
      whereIn(use, active),
      args[i] ? `\`${args[i]}\`` : "",
      repeated ? String(use.row.repeats) : "",
      isLeftOut(use) ? "left out" : imagesOf(outputsOf(use)),
      figures ? grouped(figures.parameters) : "?",
      figures ? short(figures.macs) : "?",
    ];
  });
  return tableOf(["", "arguments", "repeats", "output", "parameters", "MACs"], bounded(rows));
}

/** The layer that a reference leads to, in each use where it leads to one. */
export function aboutReference(
  snapshot: Snapshot,
  edges: readonly { readonly use: Use; readonly edge: Edge }[],
): readonly string[] {
  const found = edges.flatMap(({ use, edge }) => {
    const node = edge.node === undefined ? undefined : use.model.graph.nodes[edge.node];
    if (!node) return [];
    const shape = shapeAt(use.model, edge);
    return [{ use, name: nameOf(node), output: shape ? `\`${showImage(shape)}\`` : "unknown shape" }];
  });
  const [first] = found;
  if (!first) return [];
  if (found.every(({ name, output }) => name === first.name && output === first.output))
    return [`${first.name} → ${first.output}`];
  if (found.some(({ name }) => name !== first.name))
    return found.slice(0, 8).map(({ use, name, output }) => `${whereOf(use)}: ${name} → ${output}`);
  const active = activeOfSeveral(snapshot);
  return [first.name, tableOf(["", "output"], bounded(found.map(({ use, output }) => [whereIn(use, active), output])))];
}

const nameOf = ({ row, label, op, given }: Node): string =>
  given || row?.name === undefined ? `**${label}**` : `**${row.name}** ${row.op || op}`;

/** What the model reads, and what else it could. */
export function aboutInput({ label, given }: Node, model: Model, library: Snapshot["library"]): readonly string[] {
  const sizes = shownSizes(model);
  const multiple = library?.(model).imageMultiple;
  const rounding = multiple == null ? "" : ` The library rounds sides up to multiples of ${multiple}.`;
  return [
    `**${label}** is what the model reads: \`${showImage(given!)}\`, without the batch.`,
    ...(sizes ? [`The model ${sizes.text}.${rounding}`] : []),
  ];
}
