import { ofField, ofMacs, ofMemory } from "../analysis/arithmetic";
import { countsOf, type Model, macsOf, parametersOf } from "../core/analysis";
import { bytesPerValue } from "../core/bytes";
import { type Dim, isKnown } from "../core/dim";
import type { HoverSection } from "../core/display";
import { type Message, render, say } from "../core/message";
import { ofLast } from "../core/of-last";
import { type Pixels, receptiveFields } from "../core/receptive-field";
import { english, type Voice } from "../core/voice";
import { inOneLine, parametersHow, sizesHow } from "./arithmetic";
import { isProgram } from "./calls";
import { effectiveArguments } from "./effective";
import { grouped, imagesOf, memory, share, short } from "./figures";
import { aboutCalls } from "./hover-calls";
import { bounded, tableOf } from "./markdown";
import { activeModel, activeOfSeveral, type Snapshot } from "./snapshot";
import { activationOf, figuresOf, inputsOf, isLeftOut, outputsOf, stepsIn, type Use, whereIn, whereOf } from "./use";

type Sections = ReadonlySet<HoverSection>;

/** What a row does to its input and what it costs: of all uses in a table, and in more words in the model that is looked at. */
export function aboutLayer(snapshot: Snapshot, uses: readonly Use[], sections: Sections): readonly string[] {
  if (uses[0] && isProgram(uses[0].model)) return aboutCalls(snapshot, uses, sections);
  const active = activeModel(snapshot);
  const { voice } = snapshot;
  const here = uses.filter(({ model }) => model === active);
  const one = here.length === 1 ? here[0] : undefined;
  return [
    ...(uses.length > 1 && sections.has("scales") ? [others(snapshot, uses)] : []),
    ...(one && sections.has("shape") ? shapesOf(one, uses, snapshot) : []),
    ...(one ? costsOf(one, sections, voice) : []),
  ];
}

function shapesOf(use: Use, uses: readonly Use[], { text, voice }: Snapshot): readonly string[] {
  const flow = flowOf(use, voice);
  const where = uses.length > 1 ? whereOf(use, voice) : "";
  const [args] = uses.length === 1 ? effectiveArguments(uses, text) : [];
  return [
    render(where ? say`At ${where}: ${flow}` : flow, voice),
    ...(args ? [render(say`effective arguments \`${args}\``, voice)] : []),
  ];
}

const flowOf = (use: Use, voice?: Voice): Message =>
  isLeftOut(use)
    ? say`left out: hands on ${imagesOf(outputsOf(use), voice)}`
    : say`${imagesOf(inputsOf(use), voice)} → ${imagesOf(outputsOf(use), voice)}`;

export function costsOf(use: Use, sections: Sections, voice?: Voice): readonly string[] {
  const figures = figuresOf(use);
  const lines: readonly (readonly [HoverSection, () => Message | undefined])[] = [
    ["sizes", () => sizesLine(use)],
    ["parameters", () => figures && parametersLine(use, figures.parameters)],
    ["macs", () => figures && macsLine(figures.macs, use)],
    ["memory", () => memoryLine(use)],
    ["receptiveField", () => fieldLine(use, voice)],
  ];
  const told = lines.flatMap(([section, line]) => {
    const message = sections.has(section) ? line() : undefined;
    return message ? [`- ${render(message, voice)}`] : [];
  });
  return told.length ? [told.join("\n")] : [];
}

/** What a layer has a share of. */
const wholeOf = ofLast(({ steps, graph }: Model) => ({
  parameters: parametersOf(countsOf(steps), graph),
  macs: macsOf(steps),
}));

function parametersLine(use: Use, count: Dim): Message | undefined {
  const { model } = use;
  const steps = stepsIn(use);
  const shared = steps.some(({ node }) => node.shares !== undefined);
  if (count === 0) return shared ? say`parameters: none of its own, it shares those of another layer` : undefined;
  const how = parametersHow(use);
  const counts = countsOf(steps);
  const total = wholeOf(model).parameters;
  const part = share(count, total);
  const sum = worked(how === grouped(count) ? undefined : how, count, grouped(count));
  const fixed = counts.trainable === count ? sum : say`${sum}, ${grouped(counts.trainable)} of them trainable`;
  return part ? say`parameters: ${fixed} (${part} of ${grouped(total)})` : say`parameters: ${fixed}`;
}

/** How a number comes about; of an expression whose terms are multiplied out nobody learns more than of its factors. */
const worked = (how: string | undefined, result: Dim, shown: string): Message =>
  how === undefined
    ? say`${shown}`
    : typeof result !== "number" && isKnown(result)
      ? say`${how}`
      : say`${how} = ${shown}`;

function macsLine(macs: Dim, use: Use): Message | undefined {
  if (macs === 0) return undefined;
  const steps = stepsIn(use);
  const how = steps.length === 1 ? inOneLine(ofMacs(steps[0]!)) : undefined;
  const part = share(macs, wholeOf(use.model).macs);
  const sum = worked(how, macs, short(macs));
  return part ? say`MACs: ${sum} (${part})` : say`MACs: ${sum}`;
}

function sizesLine(use: Use): Message | undefined {
  const how = sizesHow(use);
  return how && say`sizes: ${how}`;
}

function memoryLine(use: Use): Message | undefined {
  const bytes = activationOf(use);
  if (bytes === undefined) return undefined;
  const shapes = outputsOf(use).filter((shape) => shape !== undefined);
  const how = ofMemory(shapes, bytesPerValue(use.model.graph));
  // A list of numbers needs no multiplication to be followed.
  if (how.length >= 60) return say`memory: ${memory(bytes)} for one image`;
  return typeof bytes === "number"
    ? say`memory: ${how} = ${memory(bytes)} for one image`
    : say`memory: ${how} for one image`;
}

function fieldLine(use: Use, voice: Voice = english): Message | undefined {
  const { model, row } = use;
  const edge = row.outputs[0];
  if (edge?.node === undefined) return undefined;
  const { receptiveField, effectiveStride, effectivePadding } = receptiveFields(model).at(edge.node, edge.port);
  if (receptiveField === null) return undefined;
  const shown = (pixels: Pixels): Message =>
    (Array.isArray(pixels) ? pixels : [pixels])
      .map((side) => say`${tidy(side)}`)
      .reduce((all, side) => (voice.plain ? say`${all} by ${side}` : say`${all} × ${side}`));
  const area = typeof receptiveField === "number" ? [receptiveField, receptiveField] : receptiveField;
  const steps = stepsIn(use);
  const how = steps.length === 1 ? ofField(steps[0]!, model) : undefined;
  const field = how ? say`${how} = ${shown(receptiveField)}` : shown(area);
  return say`receptive field: ${field} px of the input, stride ${shown(effectiveStride)}, padding ${shown(effectivePadding)}`;
}

/** Where an image was enlarged, strides are fractions. */
const tidy = (pixels: number): string => String(Number(pixels.toPrecision(4)));

/** All uses side by side. */
function others(snapshot: Snapshot, uses: readonly Use[]): string {
  const active = activeOfSeveral(snapshot);
  const { voice, text } = snapshot;
  const args = effectiveArguments(uses, text);
  const repeated = uses.some(({ row }) => row.repeats > 1);
  const rows = uses.map((use, i) => {
    const figures = figuresOf(use);
    return [
      whereIn(use, active, voice),
      args[i] ? `\`${args[i]}\`` : "",
      repeated ? String(use.row.repeats) : "",
      render(isLeftOut(use) ? say`left out` : imagesOf(outputsOf(use), voice), voice),
      figures ? grouped(figures.parameters) : "?",
      figures ? render(say`${short(figures.macs)}`, voice) : "?",
    ];
  });
  const heads = [say``, say`arguments`, say`repeats`, say`output`, say`parameters`, say`MACs`];
  return tableOf(
    heads.map((head) => render(head, voice)),
    bounded(rows),
  );
}
