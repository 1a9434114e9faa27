import type { Arg, Edge, Row } from "../../core/graph";
import { isUnderstood } from "../../core/meant";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import { type Block, bindParams } from "./block";
import { type Draft, draft, fromOf, type Place } from "./draft";
import { type Env, evaluate } from "./expression";
import type { Body, Item } from "./item";
import { lackingIn, tellLacking } from "./lacking";
import { choice, operator, share } from "./nodes";
import { keep, reads, resultsOf, type Scope } from "./scope";
import { conditionOf, isTraining, operatorOf, timesOf } from "./use";

/** A file that says `repeat: 1000000000` must not stop the editor. */
const most = 10_000;

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

const namesIn = ({ body }: Block): readonly string[] => fromOf(body.outputs).map(String);

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
