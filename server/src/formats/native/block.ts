import type { Arg } from "../../core/graph";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import { entriesOf, get, type Tree } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { type Env, evaluate } from "./expression";
import { type Body, type Item, readBody } from "./item";
import type { Reader } from "./reader";

/** A part of a network with parameters, written once and called by name. */
export interface Block {
  readonly body: Body;
  /** Defaults by name; null where a call must give the value. */
  readonly params: ReadonlyMap<string, Value>;
}

export type Blocks = ReadonlyMap<string, Block>;

/** A block that has the name of an operator is none: the name means the operator. */
export const readBlocks = (root: Tree | undefined, reader: Reader): Blocks =>
  new Map(
    entriesOf(get(root, "blocks"))
      .filter(({ key }) => !reader.vocabulary.spellings.has(key))
      .map(({ key, value }) => [
        key,
        {
          body: readBody(value, reader),
          params: new Map(
            entriesOf(get(value, "params")).map((param) => [param.key, valueAt(param.value, param.keySpan)]),
          ),
        },
      ]),
  );

/** The values of a block's parameters in one call of it; a default may use those above it. */
export function bindParams(
  { op, opSpan }: Item,
  { params }: Block,
  args: readonly Arg[],
  report: Report,
): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>();
  for (const { name = "", nameSpan = opSpan, value } of args) {
    if (params.has(name)) {
      given.set(name, value);
      continue;
    }
    const near = nearest(name, params.keys());
    const message = say`${op} has no parameter ${name}${didYouMean(near)}`;
    report(problem("unknown-argument", nameSpan, message, changeTo(near, nameSpan)));
  }
  const values = new Map<string, Value>();
  const env: Env = { params: values, layer: () => undefined };
  for (const [name, standard] of params) {
    const value = given.get(name);
    if (!value && standard.kind === "null") report(problem("missing-argument", opSpan, say`${op} needs ${name}`));
    values.set(
      name,
      value ??
        (standard.kind === "null" ? { kind: "opaque", text: name, span: opSpan } : evaluate(standard, env, report)),
    );
  }
  return values;
}
