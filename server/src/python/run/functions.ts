import { listed, say, verbatim } from "../../core/message";
import type { Span } from "../../core/span";
import { Exhausted, Fault } from "../fault";
import { join } from "../join";
import type { Block, Expr, Param } from "../syntax/ast";
import { type Arguments, type Func, type Scope, tuple, unknown, type Value } from "../values";
import { isReturned, type Machine } from "./machine";
import { namesIn } from "./names";
import { scopeIn } from "./scope";

interface Definition {
  readonly name: string;
  readonly params: readonly Param[];
  readonly body: Block | Expr;
  readonly generator: boolean;
  readonly coroutine: boolean;
  readonly nameSpan?: Span;
  readonly from: number;
  readonly to: number;
}

export function functionOf(machine: Machine, definition: Definition, scope: Scope): Func {
  const defaults = new Map<string, Value>();
  for (const { name, default: standard } of definition.params)
    if (standard) defaults.set(name, machine.evaluate(standard, scope));
  const { name, params, body, generator, coroutine, from, to } = definition;
  return {
    kind: "function",
    name,
    params,
    defaults,
    body,
    scope,
    span: { from, to },
    ...(definition.nameSpan && { nameSpan: definition.nameSpan }),
    generator,
    coroutine,
    attributes: new Map(),
  };
}

/** Calls within calls go no deeper: a run that would is given up, since what is left out of it may be what all else needs. */
const deepest = 120;
/** Nor does one function call itself more often, be it through others. */
const mostOfOne = 24;

export const isBlock = (body: Block | Expr): body is Block => Array.isArray(body);

/** Runs a function of the file to its end. */
export function callFunction(machine: Machine, of: Func, given: Arguments): Value {
  if (of.coroutine) return unknown;
  if (isTooDeep(machine, of)) throw new Exhausted();
  const { body } = of;
  machine.called.add(of);
  const scope = scopeIn(of.scope, "function", isBlock(body) ? namesIn(body) : undefined);
  bindParameters(of, given, scope);
  const yields: Value[] = [];
  const self = given.positional[0]?.value;
  machine.frames.push({
    of,
    at: given.span,
    returned: [],
    ...(self !== undefined && { self }),
    ...(of.generator && { yields }),
  });
  const { length } = machine.frames;
  const frame = machine.frames[length - 1]!;
  try {
    let value: Value;
    if (isBlock(body)) {
      const flow = machine.execute(body, scope);
      value = isReturned(flow) ? flow.value : null;
    } else value = machine.evaluate(body, scope);
    if (of.generator)
      return yields.some((one) => typeof one === "object" && one?.kind === "starred")
        ? unknown
        : { kind: "sequence", items: yields };
    return frame.returned.reduce(join, value);
  } catch (fault) {
    if (fault instanceof Fault) machine.note(fault);
    throw fault;
  } finally {
    machine.frames.length = Math.min(machine.frames.length, length - 1);
  }
}

function isTooDeep({ frames }: Machine, of: Func): boolean {
  if (frames.length <= mostOfOne) return false;
  return frames.length > deepest || frames.filter((frame) => frame.of === of).length >= mostOfOne;
}

function bindParameters(of: Func, given: Arguments, scope: Scope): void {
  const { names } = scope;
  const left = new Map(given.named);
  const named = (name: string): Value | undefined => {
    const found = left.get(name);
    left.delete(name);
    return found?.value;
  };
  let next = 0;
  const starred = given.positional.findIndex(({ value }) => typeof value === "object" && value?.kind === "starred");
  const certain = starred < 0 ? given.positional.length : starred;
  for (const { name, kind } of of.params) {
    if (kind === "rest") {
      names.set(name, starred < 0 ? tuple(given.positional.slice(next).map(({ value }) => value)) : unknown);
      next = given.positional.length;
    } else if (kind === "keywords") {
      names.set(name, {
        kind: "dict",
        entries: new Map([...left].map(([word, { value }]) => [`"${word}`, [word, value]])),
        open: given.open,
      });
      left.clear();
    } else {
      const byPosition = kind !== "keyword-only" && next < certain;
      if (byPosition && left.has(name) && kind === "positional") throw misfit(of, given);
      const value = byPosition ? given.positional[next++]!.value : named(name);
      const standard = of.defaults.get(name);
      if (value !== undefined) names.set(name, value);
      else if (given.open || starred >= 0) names.set(name, unknown);
      else if (standard !== undefined) names.set(name, standard);
      else throw misfit(of, given, name);
    }
  }
  if (next < certain || (left.size && !given.open)) throw misfit(of, given);
}

/** The arguments do not fit the parameters: one has no value, or there are some that no parameter takes. */
function misfit({ name, params, owner }: Func, { positional, named, callee }: Arguments, missing?: string): Fault {
  // An instance that a method gets is no argument that anybody writes.
  const self = owner && params[0]?.name === "self" ? 1 : 0;
  const takes = params.slice(self).filter(({ kind }) => kind !== "rest" && kind !== "keywords");
  const title = owner ? `${owner.name}.${name}` : name;
  const names = takes.map((param) => verbatim(param.name));
  const needs = names.length ? say`${title} takes ${listed(names)}` : say`${title} takes nothing`;
  const unknown = [...named.keys()].find((word) => !params.some((param) => param.name === word));
  const count = positional.length + named.size - self;
  const wrong = missing ?? unknown;
  const message =
    missing !== undefined
      ? say`${needs}, but ${wrong!} is not given`
      : unknown !== undefined
        ? say`${needs}, but no ${wrong!}`
        : count === 1
          ? say`${needs}, but is given 1 argument`
          : say`${needs}, but is given ${count} arguments`;
  return new Fault("TypeError", { id: "wrong-call", message, span: callee });
}
