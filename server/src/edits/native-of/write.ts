import type { Model } from "../../core/analysis";
import { showDim } from "../../core/dim";
import type { Message } from "../../core/message";
import { firstFree } from "../../formats/native/naming";
import type { Block, Blocks, Said } from "./blocks";
import type { Instance, Layer, List, Read } from "./instance";

/** The lines of a list of layers, in their order. */
export function linesOf(
  said: readonly Said[],
  { results }: List,
  inputs: readonly string[],
  taken: ReadonlySet<string>,
) {
  const names = namesFor(said, results, taken, inputs.length);
  const word = ({ of, port }: Read): string =>
    of ? names.get(of)! + (port > 0 || of.many ? `.${port}` : "") : (inputs[port] ?? "input");
  const layers = said.map(({ layer, op, args, times }, i) => {
    const { reads, idle } = layer;
    const own = reads.length === 1 && isBefore(reads[0]!, said[i - 1]?.layer, inputs.length);
    const from = reads.map((read) => (isBefore(read, said[i - 1]?.layer, inputs.length) && i ? "-1" : word(read)));
    const beside = [
      ...(own ? [] : [["from", from.length === 1 ? from[0]! : `[${from.join(", ")}]`]]),
      ...(names.has(layer) ? [["name", names.get(layer)!]] : []),
      ...(times === undefined ? [] : [["repeat", times]]),
      ...(idle ? [["only", "training"]] : []),
    ];
    const call = args.length ? `${op}: { ${args.map(([name, text]) => `${name}: ${text}`).join(", ")} }` : op;
    const head = args.length || !beside.length ? call : `${call}:`;
    return { head, beside: beside.map(([key, text]) => `${key}: ${text}`) };
  });
  const last = said.at(-1)?.layer;
  const isLast = results.length === 1 && isBefore(results[0]!, last, inputs.length);
  return { layers, outputs: isLast ? undefined : results.map(word) };
}

/** Whether it is what is read where nothing is said. */
const isBefore = ({ of, port }: Read, before: Layer | undefined, inputs: number): boolean =>
  of ? of === before && port === 0 && !of.many : before === undefined && inputs < 2;

/** Names for what is read from further away. */
function namesFor(said: readonly Said[], results: readonly Read[], taken: ReadonlySet<string>, inputs: number) {
  const needed = new Set<Layer>();
  said.forEach(({ layer }, i) => {
    for (const read of layer.reads) if (read.of && !isBefore(read, said[i - 1]?.layer, inputs)) needed.add(read.of);
  });
  const last = said.at(-1)?.layer;
  if (results.length !== 1 || !isBefore(results[0]!, last, inputs))
    for (const { of } of results) if (of) needed.add(of);
  const names = new Map<Layer, string>();
  const used = new Set(["input", ...taken]);
  for (const { layer, op } of said) {
    if (!needed.has(layer)) continue;
    const stem = (layer.row ? `${op}_${layer.row.index}` : layer.label || op)
      .toLowerCase()
      .replace(/\W/g, "_")
      .replace(/^(?=\d)/, "_");
    const name = firstFree(stem, (one) => used.has(one));
    used.add(name);
    names.set(layer, name);
  }
  return names;
}

const itemText = (head: string, beside: readonly string[], indent: string, note = ""): string =>
  [`${indent}- ${head}${note && ` ${note}`}`, ...beside.map((line) => `${indent}  ${line}`)].join("\n");

export interface Notes {
  readonly top: readonly string[];
  told(message: Message): string;
  above(layer: Layer): readonly string[];
  behind(layer: Layer): string;
}

/** The whole file. */
export function fileText(name: string, { graph }: Model, list: List, blocks: Blocks, notes: Notes): string {
  const given = graph.nodes.filter((node) => node.given);
  const sizes = (shape: (typeof given)[number]): string => `[${shape.given!.slice(1).map(showDim).join(", ")}]`;
  const said = blocks.say(list);
  const { layers, outputs } = linesOf(said, list, given.length > 1 ? given.map(({ label }) => label) : [], new Set());
  const used = usedBlocks(said, blocks);
  return [
    ...notes.top,
    `name: ${/^\w[\w .-]*$/.test(name) ? name : JSON.stringify(name)}`,
    given.length === 1
      ? `input: ${sizes(given[0]!)}`
      : `inputs: { ${given.map((one) => `${one.label}: ${sizes(one)}`).join(", ")} }`,
    "",
    "layers:",
    ...layers.flatMap(({ head, beside }, i) => [
      ...notes.above(said[i]!.layer).map((line) => `  ${line}`),
      itemText(head, beside, "  ", notes.behind(said[i]!.layer)),
    ]),
    ...(outputs ? [`outputs: [${outputs.join(", ")}]`] : []),
    ...(used.length ? ["", "blocks:", used.map((block) => blockText(block, notes.told)).join("\n\n")] : []),
    "",
  ].join("\n");
}

/** Each block stands behind those that call it. */
function usedBlocks(said: readonly Said[], blocks: Blocks): readonly Block[] {
  const used: Block[] = [];
  const visit = (all: readonly Said[]): void => {
    const own = [
      ...new Set(all.flatMap(({ layer: { call } }) => (call.kind === "block" ? [blocks.of(call as Instance)] : []))),
    ];
    const fresh = own.filter((block) => !used.includes(block));
    used.push(...fresh);
    for (const block of fresh) visit(block.said);
  };
  visit(said);
  return used;
}

function blockText({ name, inputs, params, said, list, besides }: Block, told: Notes["told"]): string {
  const taken = new Set([...params.map((param) => param.name), ...inputs]);
  const { layers, outputs } = linesOf(said, list, inputs, taken);
  return [
    ...(besides ? [`  # ${told(besides)}`] : []),
    `  ${name}:`,
    ...(inputs.length ? [`    inputs: [${inputs.join(", ")}]`] : []),
    ...(params.length
      ? [`    params: { ${params.map((param) => `${param.name}: ${param.usual ?? "null"}`).join(", ")} }`]
      : []),
    "    layers:",
    ...layers.map(({ head, beside }) => itemText(head, beside, "      ")),
    ...(outputs ? [`    outputs: [${outputs.join(", ")}]`] : []),
  ].join("\n");
}
