import type { Edge, Row } from "../../core/graph";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, type Problem, problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Item } from "./item";
import type { Lacking } from "./lacking";
import { nameIt } from "./naming";

/** What the layers of one list can name: each other, and what the list is applied to. */
export interface Scope {
  /** Results by name; `block.aux` for the named results of a block. */
  readonly names: Map<string, readonly Edge[]>;
  /** Rows by name, for `weights:`. */
  readonly rows: Map<string, Row>;
  /** Results by position, a layer that is left out included. */
  readonly results: (readonly Edge[])[];
  readonly start: readonly Edge[];
  /** Of a call of a block. */
  readonly lacking?: Lacking | undefined;
}

/** The list of layers in which something is read, and from where on. */
export interface Around {
  readonly items: readonly Item[];
  readonly index: number;
  readonly text: string;
}

/** What a layer reads: the layer before, unless it says otherwise. */
export function reads(from: Value | undefined, scope: Scope, around: Around, report: Report): readonly Edge[] {
  if (!from) return scope.results.at(-1) ?? scope.start;
  return (from.kind === "list" ? from.items : [from]).flatMap((one) => {
    const found = resolve(one, scope);
    if (found?.length) return found.map((edge) => ({ ...edge, span: one.span }));
    report(wrongReference(one, scope, around));
    return [{ port: 0, span: one.span }];
  });
}

function wrongReference(one: Value, scope: Scope, around: Around): Problem {
  const { names, results } = scope;
  if (one.kind === "number" && one.value < 0 && Number.isInteger(one.value)) {
    const count = results.length;
    return problem(
      "unknown-layer",
      one.span,
      count === 1
        ? say`${one.value} leads nowhere: 1 layer stands above`
        : say`${one.value} leads nowhere: ${count} layers stand above`,
    );
  }
  if (one.kind === "number") return byNumber(one, scope, around);
  if (one.kind !== "text")
    return problem("wrong-from", one.span, say`a layer is read by its name or by a negative number`);
  const { value: name, span } = one;
  if (isLater(name, around))
    return problem("unknown-layer", span, say`${name} comes later; a layer reads those above it`);
  const [, whole = "", port] = /^(.*)\.(\w+)$/.exec(name) ?? [];
  const given = names.get(whole);
  if (port !== undefined && given) {
    const ports = [...names.keys()].filter((key) => key.startsWith(`${whole}.`));
    const near = nearest(name, ports);
    const message = ports.length
      ? say`${whole} gives ${ports.join(", ")}, but no ${name}${didYouMean(near)}`
      : say`${whole} gives ${given.length === 1 ? say`1 result` : say`${given.length} results`}, counted from ${`${whole}.0`}`;
    return problem("unknown-layer", span, message, changeTo(near, span));
  }
  const near = nearest(name, names.keys());
  return problem("unknown-layer", span, say`no layer is called ${name}${didYouMean(near)}`, changeTo(near, span));
}

/** Numbers counted from the start shift when a layer is put in between, so layers have names instead. */
function byNumber(one: Value & { readonly kind: "number" }, { names }: Scope, { items, index, text }: Around): Problem {
  const target = one.value < index ? items[one.value] : undefined;
  const taken = new Set([...names.keys(), ...items.flatMap(({ name }) => (name ? [name.text] : []))]);
  const fix = text === "" ? undefined : nameIt(target, one.span, taken, text);
  return problem("wrong-from", one.span, say`layers are counted backwards, from -1; others have names`, fix);
}

/** The results of a name: of a layer, of an input, or one of several results of either. */
export const resultsOf = (name: string, { names }: Scope): readonly Edge[] | undefined => {
  const [, whole, port] = /^(.*)\.(\d+)$/.exec(name) ?? [];
  return names.get(name) ?? (whole === undefined ? undefined : portOf(names.get(whole), Number(port)));
};

function resolve(one: Value, scope: Scope): readonly Edge[] | undefined {
  if (one.kind === "text") return resultsOf(one.value, scope);
  if (one.kind !== "number" || one.value >= 0 || !Number.isInteger(one.value)) return undefined;
  const index = scope.results.length + one.value;
  return index === -1 ? scope.start : scope.results[index];
}

/** The results of a block are edges of their own; those of an operator are ports of one node. */
const portOf = (edges: readonly Edge[] | undefined, port: number): readonly Edge[] | undefined =>
  edges && (edges.length > 1 ? edges.slice(port, port + 1) : edges.map((edge) => ({ ...edge, port })));

const isLater = (one: string, { items, index }: Around): boolean =>
  items.some(({ name }, i) => i >= index && name?.text === one);

/** Gives a result its name, unless another layer has it. */
export function keep(scope: Scope, { name }: Item, row: Row, ports: readonly string[], report: Report): void {
  scope.results.push(row.outputs);
  if (!name) return;
  if (scope.names.has(name.text)) {
    const message = scope.rows.has(name.text)
      ? say`another layer above is called ${name.text}`
      : say`${name.text} is what an input is called`;
    return report(problem("duplicate-name", name.span, message));
  }
  scope.names.set(name.text, row.outputs);
  scope.rows.set(name.text, row);
  ports.forEach((port, i) => {
    const edge = row.outputs[i];
    if (edge) scope.names.set(`${name.text}.${port}`, [edge]);
  });
}
