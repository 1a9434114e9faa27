import type { Span } from "../../core/span";
import type { Func, Obj } from "../objects";
import { partsIn, type Source } from "../source";
import type { Block, Call, Expr } from "../syntax/ast";

/** Where a number is written, and the places on the way from there to the layer that is made with it. */
export interface Origin {
  readonly span: Span;
  readonly through: readonly Span[];
}

/** Whether a call of a function has to do with something else too, so that a mistake is not made further out. */
type Shared = (call: object) => boolean;

/**
 * A number that a function got when it was called is written at the call, and a name of which there is one number and
 * one use stands for that number.
 */
export function originOf(place: Span, layer: Obj, isShared: Shared, source: Source): Origin {
  const through: Span[] = [];
  let span = place;
  const stack = layer.stack ?? [];
  for (let level = stack.length - 1; level > 0 && !isShared(stack[level]!.call); level--) {
    const { of } = stack[level]!.call;
    const expr = source.expression(span);
    const name = of && expr && parameterIn(expr, of);
    if (name === undefined) break;
    const given = argumentOf(name, of!, source.call(stack[level - 1]!.at));
    if (!given) break;
    through.push(span);
    span = given.place;
    if (given.isDefault) break;
  }
  const assigned = assignedAt(span, source);
  return assigned?.uses === 1 ? { span: assigned.span, through: [...through, span] } : { span, through };
}

/** The parameter of a function that an expression hangs on, through names that have one value in it. */
function parameterIn(expr: Expr, of: Func, depth = 0): string | undefined {
  const names = partsIn(expr).flatMap((one) => (one.kind === "name" ? [one.id] : []));
  const found = names.find((name) => of.params.some((param) => param.name === name));
  if (found !== undefined || depth > 3) return found;
  for (const name of names) {
    const [value, ...others] = valuesOf(name, of.body);
    const behind = value && !others.length ? parameterIn(value, of, depth + 1) : undefined;
    if (behind !== undefined) return behind;
  }
  return undefined;
}

/** What assignments give a name in some statements. */
export const valuesOf = (name: string, body: Block | Expr): readonly Expr[] =>
  partsIn(body).flatMap((one) => {
    if (one.kind === "assign" && one.targets.some((target) => target.kind === "name" && target.id === name))
      return [one.value];
    return one.kind === "augment" && one.target.kind === "name" && one.target.id === name ? [one.value] : [];
  });

/** What a call gives for a parameter, or what holds where it gives nothing. */
function argumentOf(
  name: string,
  { params, owner }: Func,
  call: Call | undefined,
): { readonly place: Span; readonly isDefault?: true } | undefined {
  if (!call || call.args.some(({ star }) => star)) return undefined;
  const byName = call.args.find((arg) => arg.name === name);
  if (byName) return { place: byName.value };
  const self = owner && params[0]?.name === "self" ? 1 : 0;
  const at = params.findIndex((param) => param.name === name) - self;
  const byPlace = call.args.filter((arg) => arg.name === undefined)[at];
  if (byPlace) return { place: byPlace.value };
  const standard = params[at + self]?.default;
  return standard && { place: standard, isDefault: true };
}

interface Assigned {
  readonly span: Span;
  readonly uses: number;
  /** Nothing is done to it before it is used. */
  readonly isWhole: boolean;
}

/** The only number that a name at a place stands for, and how often the name is used. */
export function assignedAt(place: Span, source: Source): Assigned | undefined {
  const expr = source.expression(place);
  const names = expr && isComputed(expr) ? partsIn(expr).flatMap((one) => (one.kind === "name" ? [one.id] : [])) : [];
  const [name] = names;
  if (name === undefined || new Set(names).size > 1) return undefined;
  const inside = source.function(place);
  const around = source
    .around(place)
    .find(({ kind }) => kind === "for" || kind === "while" || kind === "comprehension");
  for (const body of [inside?.body, source.module.body]) {
    const [value, ...others] = body ? valuesOf(name, body) : [];
    if (!value) continue;
    // In a loop it may be meant to be another each time.
    if (others.length || !isComputed(value) || (around && !isWithin(value, around))) return undefined;
    const uses = partsIn(body).filter((one) => one.kind === "name" && one.id === name && !isWithin(one, value)).length;
    // The target of the assignment is one of them; several in one expression are one use.
    return { span: value, uses: uses - names.length, isWhole: expr?.kind === "name" };
  }
  return undefined;
}

const isWithin = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** Arithmetic of numbers and names. */
const isComputed = (value: Expr): boolean =>
  partsIn(value).every(({ kind }) => kind === "number" || kind === "name" || kind === "binary" || kind === "attribute");
