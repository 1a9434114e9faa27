import type { Arg } from "../../core/graph";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import { entriesOf, get, isMissing, type Tree } from "../../tree/tree";
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

/** Names of blocks with those of their parameters, before any of them is read. */
export const blockNames = (root: Tree | undefined): ReadonlyMap<string, readonly string[]> =>
  new Map(
    entriesOf(get(root, "blocks")).map(({ key, value }) => [
      key,
      entriesOf(get(value, "params")).map((param) => param.key),
    ]),
  );

/** A block that has the name of an operator is none: the name means the operator. */
export const readBlocks = (root: Tree | undefined, reader: Reader): Blocks =>
  new Map(
    entriesOf(get(root, "blocks"))
      .filter(({ key }) => !reader.vocabulary.spellings.has(key))
      .map(({ key, value }) => [key, { body: readBody(value, reader), params: paramsOf(value, reader) }]),
  );

function paramsOf(block: Tree, { report }: Reader): ReadonlyMap<string, Value> {
  const params = get(block, "params");
  if (params && params.kind !== "map" && !isMissing(params))
    report(
      problem("wrong-layer", params.span, say`params is a map of names and defaults; null means it must be given`),
    );
  return new Map(
    entriesOf(params).map(({ key, keySpan, value }) => {
      if (value.kind === "map")
        report(
          problem("wrong-argument", value.span, say`a parameter is a number, a word, true or false, or a list of them`),
        );
      return [key, valueAt(value, keySpan)];
    }),
  );
}

/** The values of a block's parameters in one call of it; a default may use those above it, and the sizes of what comes in. */
export function bindParams(
  { op, opSpan }: Item,
  { params }: Block,
  args: readonly Arg[],
  inputs: Env["layer"],
  report: Report,
): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>();
  for (const { name = "", nameSpan = opSpan, value } of args) {
    if (params.has(name)) {
      given.set(name, value);
      continue;
    }
    const near = nearest(name, params.keys());
    const message = params.size
      ? say`${op} has no parameter ${name}; it has ${[...params.keys()].join(", ")}${didYouMean(near)}`
      : say`${op} has no parameters`;
    report(problem("unknown-argument", nameSpan, message, changeTo(near, nameSpan)));
  }
  const values = new Map<string, Value>();
  const env: Env = { params: values, layer: inputs };
  for (const [name, standard] of params) {
    const value = given.get(name);
    if (value && value.kind !== "null") values.set(name, value);
    else if (standard.kind !== "null") values.set(name, value ?? evaluate(standard, env, report));
    else {
      report(problem("missing-argument", value?.span ?? opSpan, say`${op} needs ${name}`));
      values.set(name, { kind: "opaque", text: name, span: opSpan });
    }
  }
  return values;
}
