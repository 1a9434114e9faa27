import type { Edge } from "../../core/graph";
import { didYouMean, nearest } from "../../core/nearest";
import { error, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Item } from "./item";

/** What the layers of one list can name: each other, and what the list is applied to. */
export interface Scope {
  /** Results by name. */
  readonly names: Map<string, readonly Edge[]>;
  /** Results by position, a layer that is left out included. */
  readonly results: (readonly Edge[])[];
  readonly start: readonly Edge[];
}

/** What a layer reads: the layer before, unless it says otherwise. */
export function reads(from: Value | undefined, scope: Scope, later: readonly Item[], report: Report): readonly Edge[] {
  if (!from) return scope.results.at(-1) ?? scope.start;
  return (from.kind === "list" ? from.items : [from]).flatMap((one) => {
    const found = resolve(one, scope);
    if (found) return found.map((edge) => ({ ...edge, span: one.span }));
    report(error("unknown-layer", one.span, complaint(one, scope, later)));
    return [{ port: 0, span: one.span }];
  });
}

function resolve(one: Value, { names, results, start }: Scope): readonly Edge[] | undefined {
  if (one.kind === "number") {
    const index = results.length + one.value;
    return one.value < 0 ? (index === -1 ? start : results[index]) : undefined;
  }
  if (one.kind !== "text") return undefined;
  const [, name, port] = /^(.*)\.(\d+)$/.exec(one.value) ?? [];
  return (
    names.get(one.value) ??
    (name === undefined
      ? undefined
      : names
          .get(name)
          ?.slice(0, 1)
          .map((edge) => ({ ...edge, port: Number(port) })))
  );
}

function complaint(one: Value, { names }: Scope, later: readonly Item[]): string {
  if (one.kind === "number")
    return one.value < 0
      ? "there are not so many layers above"
      : "layers are counted backwards, from -1; others have names";
  if (one.kind !== "text") return "a layer is read by its name or by a negative number";
  if (later.some(({ name }) => name?.text === one.value))
    return `${one.value} comes later; a layer reads those above it`;
  return `no layer is called ${one.value}${didYouMean(nearest(one.value, [...names.keys()]))}`;
}

/** Gives a result its name, unless another layer has it. */
export function remember(scope: Scope, { name }: Item, result: readonly Edge[], report: Report): void {
  scope.results.push(result);
  if (!name) return;
  if (scope.names.has(name.text))
    report(error("duplicate-name", name.span, `another layer above is called ${name.text}`));
  else scope.names.set(name.text, result);
}
