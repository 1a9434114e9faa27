import type { Edge, Row } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Item } from "./item";

/** What the layers of one list can name: each other, and what the list is applied to. */
export interface Scope {
  /** Results by name; `block.aux` for the named results of a block. */
  readonly names: Map<string, readonly Edge[]>;
  /** Rows by name, for `weights:`. */
  readonly rows: Map<string, Row>;
  /** Results by position, a layer that is left out included. */
  readonly results: (readonly Edge[])[];
  readonly start: readonly Edge[];
}

/** The layers that do not stand above: looked at only where a reference leads nowhere. */
export type Later = () => readonly Item[];

/** What a layer reads: the layer before, unless it says otherwise. */
export function reads(from: Value | undefined, scope: Scope, later: Later, report: Report): readonly Edge[] {
  if (!from) return scope.results.at(-1) ?? scope.start;
  return (from.kind === "list" ? from.items : [from]).flatMap((one) => {
    const found = resolve(one, scope);
    if (found) return found.map((edge) => ({ ...edge, span: one.span }));
    const near = one.kind === "text" ? nearest(one.value, scope.names.keys()) : undefined;
    const id = one.kind === "text" || (one.kind === "number" && one.value < 0) ? "unknown-layer" : "wrong-from";
    report(
      problem(
        id,
        one.span,
        complaint(one, near, later()),
        changeTo(isLater(one, later()) ? undefined : near, one.span),
      ),
    );
    return [{ port: 0, span: one.span }];
  });
}

function resolve(one: Value, { names, results, start }: Scope): readonly Edge[] | undefined {
  if (one.kind === "number") {
    const index = results.length + one.value;
    return one.value < 0 && Number.isInteger(one.value) ? (index === -1 ? start : results[index]) : undefined;
  }
  if (one.kind !== "text") return undefined;
  const [, name, port] = /^(.*)\.(\d+)$/.exec(one.value) ?? [];
  return names.get(one.value) ?? (name === undefined ? undefined : portOf(names.get(name), Number(port)));
}

/** The results of a block are edges of their own; those of an operator are ports of one node. */
const portOf = (edges: readonly Edge[] | undefined, port: number): readonly Edge[] | undefined =>
  edges && (edges.length > 1 ? edges.slice(port, port + 1) : edges.map((edge) => ({ ...edge, port })));

const isLater = (one: Value, later: readonly Item[]): boolean =>
  one.kind === "text" && later.some(({ name }) => name?.text === one.value);

function complaint(one: Value, near: string | undefined, later: readonly Item[]): Message {
  if (one.kind === "number")
    return one.value < 0
      ? say`there are not so many layers above`
      : say`layers are counted backwards, from -1; others have names`;
  if (one.kind !== "text") return say`a layer is read by its name or by a negative number`;
  if (isLater(one, later)) return say`${one.value} comes later; a layer reads those above it`;
  return say`no layer is called ${one.value}${didYouMean(near)}`;
}

/** Gives a result its name, unless another layer has it. */
export function keep(scope: Scope, { name }: Item, row: Row, ports: readonly string[], report: Report): void {
  scope.results.push(row.outputs);
  if (!name) return;
  if (scope.names.has(name.text))
    return report(problem("duplicate-name", name.span, say`another layer above is called ${name.text}`));
  scope.names.set(name.text, row.outputs);
  scope.rows.set(name.text, row);
  ports.forEach((port, i) => {
    const edge = row.outputs[i];
    if (edge) scope.names.set(`${name.text}.${port}`, [edge]);
  });
}
