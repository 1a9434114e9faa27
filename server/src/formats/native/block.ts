import type { Arg } from "../../core/graph";
import { didYouMean, nearest } from "../../core/nearest";
import { error, type Report, replace } from "../../core/problem";
import type { Value } from "../../core/value";
import { entries, get, valueOf, type Yaml } from "../yaml-tree";
import type { Values } from "./expression";
import { type Body, type Item, readBody } from "./item";

/** A part of a network with parameters, written once and called by name. */
export interface Block {
  readonly body: Body;
  /** Defaults by name; null where a call must give the value. */
  readonly params: Values;
}

export type Blocks = ReadonlyMap<string, Block>;

export const readBlocks = (root: Yaml | null, report: Report): Blocks =>
  new Map(
    entries(get(root, "blocks")).map(({ key, node }) => [
      key,
      {
        body: readBody(node, report),
        params: new Map(entries(get(node, "params")).map((param) => [param.key, valueOf(param.node, param.keySpan)])),
      },
    ]),
  );

/** The values of a block's parameters in one call of it. */
export function settle({ op, opSpan }: Item, { params }: Block, args: readonly Arg[], report: Report): Values {
  const values = new Map<string, Value>();
  for (const { name = "", nameSpan = opSpan, value } of args) {
    if (params.has(name)) {
      values.set(name, value);
      continue;
    }
    const near = nearest(name, [...params.keys()]);
    report(
      error(
        "unknown-argument",
        nameSpan,
        `${op} has no parameter ${name}${didYouMean(near)}`,
        near === undefined ? undefined : replace(`Change to ${near}`, nameSpan, near),
      ),
    );
  }
  for (const [name, value] of params) {
    if (values.has(name)) continue;
    if (value.kind === "null") report(error("missing-argument", opSpan, `${op} needs ${name}`));
    values.set(name, value.kind === "null" ? { kind: "opaque", text: name, span: opSpan } : value);
  }
  return values;
}
