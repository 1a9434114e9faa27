import type { Arg, Edge, Guard, Node, Row } from "../../core/graph";
import { isUnderstood } from "../../core/meant";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";
import { type Block, type Blocks, bindParams } from "./block";
import { type Env, evaluate } from "./expression";
import type { Body, Item } from "./item";
import { lackingIn, tellLacking } from "./lacking";
import { keep, reads, resultsOf, type Scope } from "./scope";
import { conditionOf, isTraining, operatorOf, timesOf } from "./use";

/** A file that says `repeat: 1000000000` must not stop the editor. */
const most = 10_000;

/** Where a list of layers stands: in the model, or in the body of a block that is called somewhere. */
export interface Place {
  readonly text: string;
  readonly blocks: Blocks;
  readonly vocabulary: Vocabulary;
  readonly params: ReadonlyMap<string, Value>;
  readonly nodes: Node[];
  /** Calls so far; of an empty block too, which puts no node into the graph. */
  readonly spent: { calls: number };
  readonly report: Report;
  readonly outer?: Row;
  readonly guards: readonly Guard[];
  readonly training: boolean;
  /** Blocks that are being expanded, so that none contains itself. */
  readonly open: readonly string[];
}

/** A row while it is being filled. */
type Draft = { -readonly [K in keyof Row]: Row[K] } & { rows: Row[]; nodes: number[] };

/** Puts the rows of a list of layers into the graph; what the list gives is the result of its last that is not for training alone. */
export function expand(
  { items, outputs }: Body,
  scope: Scope,
  place: Place,
): { readonly rows: readonly Row[]; readonly outputs: readonly Edge[] } {
  const rows = items.map((item, index) => expandItem(item, index, items, scope, place));
  const end = { items, index: items.length, text: place.text };
  if (!place.guards.length) tellLacking(outputs, scope.lacking);
  if (outputs) return { rows, outputs: reads(outputs, scope, end, place.report) };
  const last = items.findLastIndex(({ only }) => !only);
  return { rows, outputs: scope.results[last] ?? scope.start };
}

function expandItem(item: Item, index: number, items: readonly Item[], scope: Scope, place: Place): Row {
  const { report } = place;
  const inputs = reads(item.from, scope, { items, index, text: place.text }, report);
  const env: Env = { params: place.params, layer: (name) => resultsOf(name, scope) };
  const op = operatorOf(item, env, report);
  const row = draft(item, op, index, inputs, place);
  const count = timesOf(item, env, report);
  const when = item.when && conditionOf(item.when, env, report);
  const training = place.training || isTraining(item, report);
  if (count === 0 || when === false) {
    // A layer left out hands on what it would have read; of several inputs, the first.
    row.repeats = 0;
    row.outputs = inputs.slice(0, 1);
  } else {
    const guard = typeof when === "function" ? when : undefined;
    const here =
      guard || training !== place.training
        ? { ...place, training, guards: guard ? [...place.guards, guard] : place.guards }
        : place;
    if (!here.guards.length) tellLacking(item.from, scope.lacking);
    row.outputs = repeat(evaluated(item, op, env, report), row, count, here);
    if (guard) row.outputs = row.outputs.map((edge) => choice(row, guard, edge, inputs[0], place));
    if (item.weights) share(item.weights, row, scope, place);
  }
  keep(scope, item, row, place.blocks.get(op)?.body.outputs ? namesIn(place.blocks.get(op)!) : [], report);
  return row;
}

/** The item itself where nothing in it has to be computed. */
function evaluated(item: Item, op: string, env: Env, report: Report): Item {
  let isSame = op === item.op;
  const args = item.args.map((arg): Arg => {
    const value = evaluate(arg.value, env, report);
    if (value === arg.value) return arg;
    isSame = false;
    return { ...arg, value };
  });
  return isSame ? item : { ...item, op, args };
}

/** Models come by the million; what is not there is not put there, since spreading nothing takes longer than all the rest. */
function draft(item: Item, op: string, index: number, inputs: readonly Edge[], { outer }: Place): Draft {
  const { name, repeat, lead, slot } = item;
  const row: Draft = {
    index,
    label: name?.text ?? `${op || "layer"} #${index}`,
    op,
    from: fromOf(item.from),
    repeats: 1,
    span: item.span,
    opSpan: item.opSpan,
    rows: [],
    nodes: [],
    inputs,
    outputs: [],
  };
  if (name) [row.name, row.nameSpan] = [name.text, name.span];
  if (repeat) row.times = repeat;
  if (outer) row.outer = outer;
  else if (lead) row.lead = lead;
  if (slot) row.slot = slot;
  return row;
}

const fromOf = (from: Value | undefined): readonly (number | string)[] =>
  !from
    ? [-1]
    : (from.kind === "list" ? from.items : [from]).flatMap((one) =>
        one.kind === "number" || one.kind === "text" ? [one.value] : [],
      );

const namesIn = ({ body }: Block): readonly string[] => fromOf(body.outputs).map(String);

/** What stands for a layer whose presence only inference can decide. */
function choice(row: Draft, guard: Guard, edge: Edge, otherwise: Edge | undefined, { nodes, guards }: Place): Edge {
  const id = nodes.length;
  const inputs = [edge, otherwise ?? { port: 0 }];
  nodes.push({
    id,
    label: row.label,
    op: "",
    span: row.span,
    opSpan: row.opSpan,
    row,
    inputs,
    args: [],
    either: guard,
    guards,
  });
  row.nodes.push(id);
  return { node: id, port: 0 };
}

function repeat(item: Item, row: Draft, count: number, place: Place): readonly Edge[] {
  row.repeats = count;
  if (count === 1) return call(item, row, row.inputs, place);
  let result = row.inputs;
  for (let i = 0; i < count && place.spent.calls <= most; i++) {
    const copy: Draft = {
      ...row,
      index: i,
      label: `${row.label} (${i + 1} of ${count})`,
      repeats: 1,
      outer: row,
      rows: [],
      nodes: [],
      inputs: result,
    };
    copy.outputs = result = call(item, copy, result, place);
    row.rows.push(copy);
  }
  return result;
}

/** One use of an operator, or of a block with all that is in it. */
function call(item: Item, row: Draft, inputs: readonly Edge[], place: Place): readonly Edge[] {
  const { op, opSpan } = item;
  const { report, spent } = place;
  if (++spent.calls > most) {
    if (spent.calls === most + 1)
      report(problem("too-many-layers", opSpan, say`the model has more than ${most} layers from here on`));
    return [{ port: 0 }];
  }
  const block = place.blocks.get(op);
  if (!block) return [operator(known(item, place), row, inputs, place)];
  if (place.open.includes(op)) {
    report(problem("block-contains-itself", opSpan, say`${op} contains itself`));
    return [{ port: 0 }];
  }
  const isCopy = row.outer?.opSpan === opSpan && row.index > 0;
  const scope: Scope = {
    names: inputNames(block, inputs),
    rows: new Map(),
    results: [],
    start: inputs,
    lacking: inputs.every((edge) => isSingle(edge, place))
      ? lackingIn(item, block.body.inputs, inputs, isCopy, report)
      : undefined,
  };
  row.params = bindParams(item, block, item.args, (name) => resultsOf(name, scope), report);
  const inside = expand(block.body, scope, {
    ...place,
    params: row.params,
    outer: row,
    open: [...place.open, op],
  });
  row.rows.push(...inside.rows);
  return inside.outputs;
}

/** What nobody knows may be a block of several results, and a model without an input may yet have several. */
const isSingle = ({ node: id }: Edge, { nodes, vocabulary }: Place): boolean => {
  const node = nodes[id ?? -1];
  return node !== undefined && (node.given !== undefined || Boolean(node.either) || vocabulary.spellings.has(node.op));
};

/** A word that is nearer to a block of the file than to any operator is told here, since only here blocks are known. */
function known(item: Item, { blocks, vocabulary, report }: Place): Item {
  const { spellings } = vocabulary;
  const { op, opSpan } = item;
  if (op === "" || !blocks.size || spellings.has(op) || isUnderstood(op, vocabulary)) return item;
  const near = nearest(op, [...blocks.keys(), ...spellings.keys()]);
  if (near === undefined || !blocks.has(near)) return item;
  report(
    problem(
      "unknown-operator",
      opSpan,
      say`no operator or block is called ${op}${didYouMean(near)}`,
      changeTo(near, opSpan),
    ),
  );
  return { ...item, op: "" };
}

function inputNames({ body }: Block, inputs: readonly Edge[]): Map<string, readonly Edge[]> {
  const named = body.inputs.map((name, i): [string, readonly Edge[]] => [
    name,
    inputs[i] ? [inputs[i]] : [{ port: 0 }],
  ]);
  return new Map([["input", inputs], ...named]);
}

/** A node, and one more for each argument that names an operator which is applied to the result. */
function operator({ op, span, opSpan, args }: Item, row: Draft, inputs: readonly Edge[], place: Place): Edge {
  const { nodes, vocabulary, guards, training } = place;
  const common = { label: row.label, span, row, ...(guards.length && { guards }), ...(training && { training }) };
  const put = (node: Pick<Node, "op" | "opSpan" | "inputs" | "args">): Edge => {
    const id = nodes.length;
    nodes.push({ id, ...common, ...node });
    row.nodes.push(id);
    return { node: id, port: 0 };
  };
  let result = put({ op, opSpan, inputs, args });
  for (const { name, value } of args) {
    if (value.kind !== "text" || name === undefined || !vocabulary.spellings.get(op)?.applies.includes(name)) continue;
    const word = vocabulary.activations?.has(value.value) ? vocabulary.activations.get(value.value) : value.value;
    if (word !== undefined) result = put({ op: word, opSpan: value.span, inputs: [result], args: [] });
  }
  return result;
}

/** The weights of another layer, node by node. */
function share(weights: Value, row: Draft, scope: Scope, { nodes, report }: Place): void {
  const name = weights.kind === "text" ? weights.value : undefined;
  const source = name === undefined ? undefined : scope.rows.get(name);
  if (!source) {
    const near = name === undefined ? undefined : nearest(name, scope.rows.keys());
    const message = say`weights names a layer above, whose weights this one uses${didYouMean(near)}`;
    return report(problem("unknown-layer", weights.span, message, changeTo(near, weights.span)));
  }
  const theirs = nodesIn(source);
  const own = nodesIn(row);
  if (theirs.length !== own.length || own.some((id, i) => nodes[id]!.op !== nodes[theirs[i]!]!.op))
    return report(
      problem("wrong-argument", weights.span, say`${name!} is ${source.op}, whose weights do not fit ${row.op}`),
    );
  own.forEach((id, i) => {
    nodes[id] = { ...nodes[id]!, shares: theirs[i]! };
  });
}

const nodesIn = (row: Row): readonly number[] => [...row.nodes, ...row.rows.flatMap(nodesIn)];
