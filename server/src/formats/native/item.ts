import type { Arg, Lead, Slot } from "../../core/graph";
import { lineStart } from "../../core/lines";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, type Edit, type Fix, type Problem, problem } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { type Entry, get, isMissing, itemsOf, type Tree, type TreeMap, textOf } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { argsOf } from "./arguments";
import { placeOf } from "./layout";
import { isName } from "./names";
import { isSibling, type Reader, siblings } from "./reader";

/** One entry of `layers:` as written. */
export interface Item {
  readonly tree: Tree;
  readonly span: Span;
  readonly op: string;
  readonly opSpan: Span;
  readonly args: readonly Arg[];
  readonly name?: Named;
  readonly from?: Value;
  readonly repeat?: Value;
  readonly when?: Value;
  readonly only?: Value;
  readonly weights?: Value;
  readonly lead?: Lead;
  readonly slot?: Slot;
}

export interface Named {
  readonly text: string;
  readonly span: Span;
}

/** The layers of the model, or of a block. */
export interface Body {
  readonly items: readonly Item[];
  readonly inputs: readonly string[];
  readonly outputs?: Value;
}

/** Read once, however often a block is called. */
export function readBody(tree: Tree | undefined, reader: Reader): Body {
  const { text, report } = reader;
  const outputs = get(tree, "outputs");
  const layers = get(tree, "layers");
  if (layers && layers.kind !== "list" && !isMissing(layers))
    report(problem("wrong-layer", layers.span, say`layers is a list: each layer begins with a dash`));
  return {
    items: itemsOf(layers).map((item) => readItem(item, placeOf(item, layers!, text), reader)),
    inputs: itemsOf(get(tree, "inputs")).map((name) => textOf(name) ?? ""),
    ...(outputs && { outputs: valueAt(outputs, outputs.span) }),
  };
}

type Placed = Pick<Item, "tree" | "span" | "lead" | "slot">;

/** An operator's name, or a map that begins with one; siblings say how the layer is used. */
function readItem(tree: Tree, place: Placed, reader: Reader): Item {
  const { span } = tree;
  if (tree.kind === "map" && tree.entries.length) return readMap(tree, place, reader);
  const op = textOf(tree);
  if (op === undefined) reader.report(notALayer(tree, reader));
  return { ...place, op: op ?? "", opSpan: span, args: [] };
}

function notALayer(tree: Tree, { text }: Reader): Problem {
  const { span } = tree;
  if (isMissing(tree) || (tree.kind === "map" && !tree.entries.length))
    return problem(
      "wrong-layer",
      span,
      say`this layer is empty; a layer begins with an operator's name`,
      leaveOut(span, text),
    );
  const isRow = tree.kind === "list" && /^[A-Za-z]/.test(textOf(tree.items[2]) ?? "");
  const message = isRow
    ? say`rows of numbers belong to Ultralytics files; here a layer is written ${`${textOf(tree.items[2])!}: { … }`}`
    : say`a layer is an operator's name, or a map that begins with one`;
  return problem("wrong-layer", span, message);
}

/** Takes a line away on which nothing but a dash stands. */
function leaveOut({ from, to }: Span, text: string): Fix | undefined {
  const start = lineStart(text, from);
  const rest = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(to, to + 200));
  if (!rest || !/^[ \t]*$/.test(text.slice(start, from)) || text[from] !== "-") return undefined;
  return {
    title: say`Remove this line`,
    edits: [{ span: { from: start, to: to + rest[0].length }, text: "" }],
    safe: true,
  };
}

function readMap(tree: TreeMap, place: Placed, reader: Reader): Item {
  const { entries } = tree;
  const { report } = reader;
  const call = entries.find(({ key }) => !isSibling(key)) ?? entries[0]!;
  if (call !== entries[0]) report(notFirst(entries[0]!, call, reader));
  else if (isSibling(call.key)) {
    report(problem("wrong-layer", call.keySpan, say`a layer begins with its operator, and here is only ${call.key}`));
    return { ...place, op: "", opSpan: call.keySpan, args: [] };
  }
  const { args, strays } = argsOf(call, reader);
  const beside = entries.filter((entry) => entry !== call);
  for (const entry of beside) if (!isSibling(entry.key)) report(unknownSibling(entry, call, tree, reader));
  // Most layers are an operator with arguments, and nothing more.
  if (!beside.length && !strays.length) return { ...place, op: call.key, opSpan: call.keySpan, args };
  const rest = [...beside, ...strays];
  const sibling = (key: (typeof siblings)[number]): Value | undefined => {
    const found = rest.find((entry) => entry.key === key);
    return found && valueAt(found.value, found.keySpan);
  };
  const name = rest.find((entry) => entry.key === "name");
  if (name && !isName(textOf(name.value) ?? "")) {
    const span = isMissing(name.value) ? name.keySpan : name.value.span;
    const found = textOf(name.value) ?? "nothing";
    report(
      problem("wrong-name", span, say`${found} is no name: a name has letters, digits and _, and begins with no digit`),
    );
  }
  const settings = Object.fromEntries(
    siblings
      .slice(1)
      .map((key) => [key, sibling(key)])
      .filter(([, value]) => value),
  );
  return {
    ...place,
    op: call.key,
    opSpan: call.keySpan,
    args,
    ...(name && { name: { text: textOf(name.value) ?? "", span: name.value.span } }),
    ...settings,
  };
}

/** The operator stands below its siblings; the two keys change places. */
function notFirst(first: Entry, call: Entry, { text }: Reader): Problem {
  const [above, below] = [first, call].map((entry) => ({ from: entry.keySpan.from, to: entry.value.span.to }));
  const fits = above!.to <= below!.from && text[above!.from] !== '"' && text[above!.from - 1] !== '"';
  const written = (span: Span): string => text.slice(span.from, span.to).trimEnd();
  const swap = (span: Span, put: string): Edit => ({
    span: { from: span.from, to: span.from + written(span).length },
    text: put,
  });
  const fix: Fix = {
    title: say`Put ${call.key} first`,
    edits: [swap(above!, written(below!)), swap(below!, written(above!))],
    safe: true,
  };
  const message = say`a layer begins with its operator: ${call.key} comes before ${first.key}`;
  return problem("wrong-layer", first.keySpan, message, fits && text !== "" ? fix : undefined);
}

function unknownSibling(
  { key, keySpan }: Entry,
  call: Entry,
  { flow }: TreeMap,
  { vocabulary, blocks, text }: Reader,
): Problem {
  if (vocabulary.spellings.has(key) || blocks.has(key)) {
    const dash = { from: keySpan.from - 2, to: keySpan.from };
    const fix: Fix = { title: say`Add the dash`, edits: [{ span: dash, text: "- " }], safe: true };
    const fits = !flow && text.slice(lineStart(text, keySpan.from), keySpan.from).endsWith("  ");
    return problem(
      "wrong-layer",
      keySpan,
      say`${key} is a layer of its own, and begins with a dash`,
      fits ? fix : undefined,
    );
  }
  const near = nearest(key, siblings);
  const isArgument = vocabulary.spellings.get(call.key)?.order.includes(key) || blocks.get(call.key)?.includes(key);
  const message = isArgument
    ? say`${key} is an argument of ${call.key}, and stands one step further in`
    : say`a layer has ${siblings.join(", ")} beside its operator; ${key} is none of them${didYouMean(near)}`;
  return problem("unknown-key", keySpan, message, isArgument ? undefined : changeTo(near, keySpan));
}
