import type { Choice, Place } from "../../core/format";
import { entriesOf, get, itemsOf, type Tree } from "../../tree/tree";
import type { Path } from "../../tree/where";
import * as words from "./keys";
import { given, namesIn, type Surroundings } from "./place-around";
import { inputsOf, readable } from "./place-from";
import { isSibling } from "./reader";

/** Inside of a list of layers: of the model, or of a block, which has parameters. */
export function inLayers(
  [index, key, arg, ...deeper]: Path,
  body: Tree | undefined,
  params: readonly Choice[] | undefined,
  around: Surroundings,
): Place | undefined {
  const { here, where } = around;
  if (typeof index !== "number") return undefined;
  const item = itemsOf(get(body, "layers"))[index];
  if (key === undefined) {
    if (where.at === "item" && !where.flow) return operator(around, false);
    if (where.at === "item") return operator(around, true);
    const written = given(item, around.offset);
    const called = written.some((one) => !isSibling(one)) || item?.kind === "scalar";
    return called
      ? { ...here, kind: "key", keys: words.layerKeys.filter(({ name }) => !written.includes(name)) }
      : operator(around, false);
  }
  if (typeof key !== "string") return undefined;
  const formula = expression(body, index, params, around);
  if (formula) return formula;
  if (isSibling(key)) return sibling(key, body, index, params, around);
  if (deeper.length > 1) return undefined;
  if (arg === undefined && where.at === "value" && !where.typed && !where.quoted) return wholeCall(key, around);
  if (arg === undefined) return where.at === "key" ? argumentName(key, get(item, key), around) : undefined;
  return argumentValue(key, arg, params, around);
}

/** With the arguments it cannot do without, where none are written yet. */
function operator({ here, blocks, text, offset, json, where }: Surroundings, braces: boolean): Place {
  const called = /^[\w$]*["']?\s*[:{]/.test(text.slice(offset, offset + 200));
  const own = where.path[0] === "blocks" ? where.path[1] : undefined;
  const more = entriesOf(blocks)
    .filter(({ key }) => key !== own)
    .map(({ key, value }) => ({ name: key, stops: neededOf(value) }));
  const quote = json ? '"' : "";
  const write = (op: string, args: readonly { readonly name: string; readonly value: string }[]): string => {
    const list = args.map(({ name, value }) => `${quote}${name}${quote}: ${value}`).join(", ");
    const call = `${quote}${op}${quote}: { ${list} }`;
    return braces ? `{ ${call} }` : call;
  };
  return { ...here, kind: "op", more, ...(!called && !where.quoted && { write }) };
}

/** The parameters of a block that have no default. */
const neededOf = (block: Tree) =>
  entriesOf(get(block, "params"))
    .filter(({ value }) => value.kind === "scalar" && value.value === null)
    .map(({ key }) => ({ name: key, values: [] }));

/** All arguments at once, where none stand yet. */
function wholeCall(op: string, around: Surroundings): Place | undefined {
  const { here, blocks, text, offset, json } = around;
  if (!/^[ \t]*(?:#|[\r\n},]|$)/.test(text.slice(offset, offset + 200))) return undefined;
  const quote = json ? '"' : "";
  const block = entriesOf(blocks).find(({ key }) => key === op);
  const call = block && blockCall(op, around);
  return {
    ...here,
    kind: "args",
    op,
    ...(call && { call }),
    ...(block && { stops: neededOf(block.value) }),
    write: (args) => `{ ${args.map(({ name, value }) => `${quote}${name}${quote}: ${value}`).join(", ")} }`,
  };
}

function argumentName(op: string, tree: Tree | undefined, around: Surroundings): Place | undefined {
  const { here, blocks, offset, vocabulary } = around;
  const written = given(tree, offset);
  if (vocabulary.spellings.has(op)) return { ...here, kind: "arg-name", op, given: written };
  const keys = entriesOf(get(get(blocks, op), "params"))
    .filter(({ key }) => !written.includes(key))
    .map(({ key, value }) => ({
      name: key,
      doc: value.kind === "scalar" && value.value === null ? "Must be given." : "Has a default.",
    }));
  const call = blockCall(op, around);
  return call ? { ...here, kind: "key", keys, call } : undefined;
}

/** The parameters of a block that is called, with their defaults. */
function blockCall(block: string, { blocks, text, offset }: Surroundings, active?: string): Place["call"] {
  const params = entriesOf(get(get(blocks, block), "params")).map(({ key, value }): Choice => {
    const isGiven = value.kind !== "scalar" || value.value !== null;
    return {
      name: key,
      doc: isGiven ? "A parameter of the block." : "A parameter of the block that must be given.",
      ...(isGiven && { value: text.slice(value.span.from, value.span.to) }),
    };
  });
  const at = active ?? params.find(({ name }) => name === wordAt(text, offset))?.name;
  return params.length ? { block, params, ...(at !== undefined && { active: at }) } : undefined;
}

/** The whole word around the cursor. */
const wordAt = (text: string, offset: number): string =>
  /\w*$/.exec(text.slice(0, offset))![0] + /^\w*/.exec(text.slice(offset))![0];

/** Of an argument by name, or by position, which is wrong but known. */
function argumentValue(
  op: string,
  arg: string | number,
  params: readonly Choice[] | undefined,
  around: Surroundings,
): Place | undefined {
  const { here, vocabulary } = around;
  const spelling = vocabulary.spellings.get(op);
  const more = params?.map(({ name, doc }) => ({ name: `$${name}`, doc })) ?? [];
  const order = spelling?.order.filter((word) => !Object.hasOwn(spelling.states, word));
  const name = typeof arg === "number" ? order?.[arg] : arg;
  if (spelling && name !== undefined)
    return { ...here, kind: "arg-value", op, arg: name, ...(more.length && { more }) };
  const call = spelling || typeof arg === "number" ? undefined : blockCall(op, around, arg);
  return more.length || call ? { ...here, kind: "word", words: more, ...(call && { call }) } : undefined;
}

function sibling(
  key: string,
  body: Tree | undefined,
  index: number,
  params: readonly Choice[] | undefined,
  around: Surroundings,
): Place | undefined {
  const { here } = around;
  const layers = get(body, "layers");
  if (key === "from") return { ...here, kind: "from", layers: readable(body, index, around) };
  if (key === "weights") return { ...here, kind: "from", layers: namesIn(layers, index) };
  if (key === "only") return { ...here, kind: "word", words: words.onlyWords };
  const more = params?.map(({ name, doc }) => ({ name: `$${name}`, doc })) ?? [];
  return (key === "repeat" || key === "when") && more.length ? { ...here, kind: "word", words: more } : undefined;
}

/** Inside `$( … )` stand parameters and sizes of what is above; behind a dot the sizes alone. */
function expression(
  body: Tree | undefined,
  index: number,
  params: readonly Choice[] | undefined,
  { here, where, root, text, offset }: Surroundings,
): Place | undefined {
  const open = where.typed.lastIndexOf("$(");
  if (open < 0) return undefined;
  const typed = where.typed.slice(open);
  if (typed.split(")").length >= typed.split("(").length) return undefined;
  const before = /([A-Za-z_]\w*)\.(\w*)$/.exec(typed);
  const dot = text.lastIndexOf(".", offset - 1);
  if (before) return { ...here, span: { from: dot + 1, to: here.span.to }, kind: "word", words: words.sizeWords };
  const above = [...namesIn(get(body, "layers"), index), ...inputsOf(body, root)];
  const sizes = above.map(({ name, op }) => ({ name: `${name}.channels`, doc: `Of ${op}; height and width as well.` }));
  return { ...here, kind: "word", words: [...(params ?? []), ...sizes] };
}
