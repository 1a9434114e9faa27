import { say } from "../../core/message";
import type { Fix } from "../../core/problem";
import type { Source } from "../source";
import type { Call, Expr } from "../syntax/ast";
import type { Maker } from "./finding";
import { before, calledName, fix, insert, nameOf, put, setTo } from "./text";

/** An image is laid flat before a layer that reads vectors. */
export const insertFlatten: Maker = ({ node, drawn, source }) => {
  const made = node && drawn?.layerAt(node.id)?.module?.layer?.made.span;
  const call = node && source.call(node.span);
  const outer = made && source.callAround(made);
  const isPart = outer && calledName(outer) === "Sequential";
  const isFirst = isPart && outer.args[0]?.value.from === made?.from;
  const inSequence = isPart ? layerBefore(made!, outer, source) : [];
  const inForward = call && (!isPart || isFirst) ? callBefore(call, source) : [];
  return [...inForward, ...inSequence];
};

function layerBefore(place: { readonly from: number }, outer: Call, source: Source): readonly Fix[] {
  const name = nameOf("torch.nn.Flatten", source);
  const at = outer.args.findIndex(({ value }) => value.from === place.from);
  if (name === undefined || at < 0) return [];
  const indent = source.indent(outer.args[at]!);
  const between = indent === undefined ? " " : `\n${indent}`;
  return [fix(say`Insert ${name}() before it`, false, insert(place.from, `${name}(),${between}`))];
}

function callBefore(call: Call, source: Source): readonly Fix[] {
  const [arg] = call.args;
  const statement = source.statement(call);
  if (!arg || arg.star || !statement) return [];
  const text = flattened(arg.value, source);
  const title = say`Insert ${text}`;
  const isName = arg.value.kind === "name";
  const line = isName && /^(assign|return|expression)$/.test(statement.kind) && isReadOnce(arg.value, statement);
  const edit = line ? before(statement, `${source.at(arg.value)} = ${text}`, source) : undefined;
  return [fix(title, false, edit ?? put(arg.value, text))];
}

/** The same name may stand for the image elsewhere in the statement. */
const isReadOnce = (expr: Expr, statement: object): boolean =>
  expr.kind === "name" && JSON.stringify(statement).split(`"id":${JSON.stringify(expr.id)}`).length <= 3;

function flattened(expr: Expr, source: Source): string {
  const name = nameOf("torch.flatten", source);
  const text = source.at(expr);
  if (name !== undefined) return `${name}(${text}, 1)`;
  return /^[\w.]+$/.test(text) || text.endsWith(")") ? `${text}.flatten(1)` : `(${text}).flatten(1)`;
}

/** What lays the images of a batch together too leaves them apart. */
export const keepBatch: Maker = ({ node, drawn, problem, source }) => {
  if (!node) return apart(source.call(problem.span), source);
  const maker = lastShaping(node?.inputs[0]?.node, drawn);
  return maker ? apart(source.call(maker.span), source) : [];
};

/** The last call above that was asked for another shape. */
function lastShaping(id: number | undefined, drawn: Parameters<Maker>[0]["drawn"]) {
  for (let at = id, steps = 0; at !== undefined && steps < 8; steps++) {
    const one = drawn?.nodes[at];
    if (!one) return undefined;
    if (/^(Concat|Flatten|Reshape|Squeeze)$/.test(one.op)) return one;
    at = one.inputs[0]?.node;
  }
  return undefined;
}

/** A call that flattens, with the axis of the images left out. */
export function apart(call: Call | undefined, source: Source): readonly Fix[] {
  if (call?.callee.kind !== "attribute") return [];
  const { callee, args } = call;
  const sizes = (of: string): string => `${of}.size(0), -1`;
  const isOfTorch = source.at(callee.of) === nameOf("torch", source);
  const of = isOfTorch ? args[0] && source.at(args[0].value) : source.at(callee.of);
  const own = isOfTorch ? args.slice(1) : args;
  if (of === undefined) return [];
  const flat = isOfTorch ? `${source.at(callee)}(${of}, 1)` : `${of}.flatten(1)`;
  switch (callee.name) {
    case "flatten":
    case "ravel":
      return [fix(say`Change to ${flat}`, true, put(call, flat))];
    case "view":
    case "reshape": {
      const text = `${source.at(callee)}(${isOfTorch ? `${of}, (${sizes(of)})` : sizes(of)})`;
      return own.length ? [fix(say`Change to ${text}`, own.length === 1, put(call, text))] : [];
    }
    case "cat":
    case "concat":
    case "concatenate": {
      const written = call.args.find((arg) => arg.name === "dim") ?? call.args[1];
      return [fix(setTo("dim", "1"), false, written ? put(written.value, "1") : insert(call.to - 1, ", dim=1"))];
    }
    case "squeeze":
      return [fix(say`Change to ${`${of}.flatten(1)`}`, false, put(call, `${of}.flatten(1)`))];
  }
  return [];
}
