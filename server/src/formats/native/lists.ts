import type { Node } from "../../core/graph";
import type { Problem } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { entriesOf, entryOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import type { Blocks } from "./block";
import { Wrong } from "./grammar";
import type { Body, Named } from "./item";
import type { List } from "./reached";
import { type Around, type Written, writtenOf } from "./written";

/** What is known of a file once all of it is read. */
export interface Read {
  readonly root: Tree | undefined;
  readonly body: Body;
  readonly blocks: Blocks;
  readonly nodes: readonly Node[];
  readonly problems: readonly Problem[];
  /** Whether it is a text, in which a problem has a place. */
  readonly typed: boolean;
}

/** A list of layers, that of the model or of a block, as far as its text tells. */
export interface Told extends Found {
  /** Nothing where a mistake leaves open what is meant. */
  readonly written?: Written;
  /** Some call is given the name of the block, so that it has the inputs of all that may stand in its place. */
  readonly isChosen: boolean;
}

interface Found extends List {
  readonly named: readonly Named[];
  /** Where a block has its name. */
  readonly span: Span;
  /** Where the layers are written, which an alias may say. */
  readonly layers?: Span;
  readonly isClean: boolean;
}

/** The list of the model, and behind it those of the blocks. */
export function listsIn(read: Read): readonly Told[] {
  const lists = [ofModel(read), ...ofBlocks(read)];
  const given = new Set(textsIn(lists.flatMap(valuesIn)));
  const said = [...given, ...textsIn(lists.flatMap(referencesIn))];
  const ports = new Set(said.flatMap((text) => [...text.matchAll(/\.(\w+)/g)].map(([, port]) => port!)));
  const written = allWritten(lists, read.blocks, ports);
  return lists.map((list, i) => ({
    ...list,
    ...(list.isClean && written[i] && { written: written[i] }),
    isChosen: list.block !== undefined && given.has(list.block),
  }));
}

function ofModel({ root, body, nodes, problems, typed }: Read): Found {
  const named = nodes.flatMap(({ given, label, opSpan }) => (given ? [{ text: label, span: opSpan }] : []));
  const below = entryOf(root, "blocks")?.value.span;
  return {
    body,
    named,
    inputs: named.map(({ text }) => text),
    params: new Map(),
    span: { from: 0, to: 0 },
    isClean: problems.every((one) => !isError(one) || (typed && below && isIn(one.span, below))),
  };
}

const ofBlocks = ({ root, blocks, problems, typed }: Read): readonly Found[] =>
  entriesOf(get(root, "blocks")).flatMap(({ key, keySpan, value }) => {
    const block = blocks.get(key);
    if (!block) return [];
    const named = itemsOf(get(value, "inputs")).map((name) => ({ text: textOf(name) ?? "", span: name.span }));
    const around = { from: keySpan.from, to: value.span.to };
    const layers = get(value, "layers")?.span;
    // What an alias brings in may be wrong where it is written.
    const isHere = typed && layers !== undefined && isIn(layers, around);
    return {
      ...block,
      block: key,
      named,
      inputs: named.map(({ text }) => text),
      span: keySpan,
      ...(layers && { layers }),
      isClean: problems.every((one) => !isError(one) || (isHere && !isIn(one.span, around))),
    };
  });

const isError = ({ severity }: Problem): boolean => severity === "error";
const isIn = (span: Span, around: Span): boolean => around.from <= span.from && span.to <= around.to;

/** Blocks that say the same are called alike, so that those which call them can say the same too. */
function allWritten(lists: readonly List[], blocks: Blocks, ports: Around["ports"]): readonly (Written | undefined)[] {
  const known = new Map<string, Written | "open" | undefined>();
  const first = new Map<string, string>();
  const around: Around = { blocks, ports, called };
  function called(name: string): ReturnType<Around["called"]> {
    if (!known.has(name)) {
      known.set(name, "open");
      const list = lists.find(({ block }) => block === name);
      const written = list && writtenOf(list, around);
      known.set(name, written);
      if (written && !first.has(written.text)) first.set(written.text, name);
    }
    const written = known.get(name);
    // It would never end.
    if (written === "open") throw new Wrong({ from: 0, to: 0 });
    return written ? { name: first.get(written.text)!, params: written.params } : { name, params: [] };
  }
  return lists.map((list) => {
    if (list.block === undefined) return writtenOf(list, around);
    called(list.block);
    return known.get(list.block) as Written | undefined;
  });
}

const valuesIn = ({ body, params }: List): readonly (Value | undefined)[] => [
  ...params.values(),
  ...body.items.flatMap(({ args, repeat, when }) => [...args.map(({ value }) => value), repeat, when]),
];

const referencesIn = ({ body }: List): readonly (Value | undefined)[] => [
  body.outputs,
  ...body.items.map(({ from }) => from),
];

const textsIn = (values: readonly (Value | undefined)[]): readonly string[] =>
  values.flatMap((value) =>
    value?.kind === "list" ? textsIn(value.items) : value?.kind === "text" ? [value.value] : [],
  );
