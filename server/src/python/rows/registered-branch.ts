import type { Block, Expr, Stmt } from "../syntax/ast";
import type { Convention, Front } from "./convention";

export type Sets = ReadonlyMap<string, ReadonlySet<string>>;

/** What a name of the parser stands for: channels that come in, a written argument, the first of them scaled, repeats. */
type Meant = "c1" | "all" | "c2" | "n" | number;

/** What the arguments have become: some in front, then those that are written from a position on. */
interface Args {
  readonly front: readonly Meant[];
  readonly from: number;
}

interface State {
  readonly names: Map<string, Meant | undefined>;
  args: Args;
}

/** Whether a condition holds for the class. */
type Holds = (test: Expr) => boolean | undefined;

/** How a branch of a parser makes the arguments of a class; nothing where it does something that is not understood. */
export function branchOf(body: Block, holds: Holds): Convention | undefined {
  const state: State = { names: new Map([["n", "n"]]), args: { front: [], from: 0 } };
  if (!body.every((one) => isDone(one, state, holds))) return undefined;
  const { front, from } = plain(state.args);
  const known = front.filter((one): one is Front => typeof one === "string");
  if (known.length < front.length) return undefined;
  const counted = state.names.get("c2");
  return { front: known, skip: from, ...((counted === "c1" || counted === "c2") && { counted }) };
}

/** Written arguments in their order are no part of what is put in front. */
function plain({ front, from }: Args): Args {
  let [end, next] = [front.length, from];
  while (end > 0 && front[end - 1] === next - 1) {
    end--;
    next--;
  }
  return { front: front.slice(0, end), from: next };
}

function isDone(one: Stmt, state: State, holds: Holds): boolean {
  switch (one.kind) {
    case "pass":
      return true;
    case "assign":
      return one.targets.every((target) => isAssigned(target, one.value, state));
    case "expression":
      return isInserted(one.value, state);
    case "if":
      return isBranched(one, state, holds);
  }
  return false;
}

function isAssigned(target: Expr, value: Expr, state: State): boolean {
  if (target.kind === "tuple") {
    const { items } = target;
    return (
      value.kind === "tuple" &&
      value.items.length === items.length &&
      items.every((item, i) => isAssigned(item, value.items[i]!, state))
    );
  }
  if (target.kind !== "name") return false;
  if (target.id === "args") {
    const args = argsOf(value, state);
    if (args) state.args = args;
    return args !== undefined;
  }
  // Once it is handed over, it is built once.
  if (target.id === "n") return value.kind === "number" && value.value === 1 && state.args.front.includes("n");
  state.names.set(target.id, meantBy(value, state));
  return true;
}

/** `c2 = make_divisible(min(c2, max_channels) * width, 8)`, `ch[f]`, `args[0]`. */
function meantBy(value: Expr, state: State): Meant | undefined {
  if (value.kind === "name") return state.names.get(value.id);
  if (value.kind === "call") {
    const inside = namesIn(value).some((id) => state.names.get(id) === 0 || state.names.get(id) === "c2");
    const isScaled = /divisible/i.test(value.callee.kind === "name" ? value.callee.id : "");
    return isScaled && inside ? "c2" : undefined;
  }
  if (value.kind === "comprehension") return isChannels(value.item) ? "all" : undefined;
  if (isChannels(value)) return "c1";
  if (value.kind !== "subscript" || value.of.kind !== "name" || value.of.id !== "args") return undefined;
  return value.index.kind === "number" ? value.index.value : undefined;
}

/** `ch[f]`, where `f` is what the row reads. */
const isChannels = (value: Expr): boolean =>
  value.kind === "subscript" && value.of.kind === "name" && value.of.id === "ch" && value.index.kind === "name";

function namesIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(namesIn);
  const { kind, id } = part as { readonly kind?: string; readonly id?: string };
  return kind === "name" && id !== undefined ? [id] : Object.values(part).flatMap(namesIn);
}

/** `[c1, c2, *args[1:]]`. */
function argsOf(value: Expr, state: State): Args | undefined {
  if (value.kind !== "list") return undefined;
  const front: Meant[] = [];
  for (const [i, item] of value.items.entries()) {
    if (item.kind === "starred") {
      const from = i === value.items.length - 1 ? restOf(item.of) : undefined;
      return from === undefined ? undefined : { front, from };
    }
    const meant = meantBy(item, state);
    if (meant === undefined) return undefined;
    front.push(meant);
  }
  return { front, from: Number.POSITIVE_INFINITY };
}

/** `args` or `args[2:]`. */
function restOf(value: Expr): number | undefined {
  if (value.kind === "name") return value.id === "args" ? 0 : undefined;
  if (value.kind !== "subscript" || value.of.kind !== "name" || value.of.id !== "args") return undefined;
  const { index } = value;
  if (index.kind !== "slice" || index.stop || index.step) return undefined;
  return index.start ? (index.start.kind === "number" ? index.start.value : undefined) : 0;
}

/** `args.insert(2, n)`. */
function isInserted(value: Expr, state: State): boolean {
  if (value.kind === "string") return true;
  if (value.kind !== "call" || value.callee.kind !== "attribute" || value.callee.name !== "insert") return false;
  const { of } = value.callee;
  const [at, what] = value.args.map((arg) => arg.value);
  const { front, from } = state.args;
  if (of.kind !== "name" || of.id !== "args" || at?.kind !== "number" || !what || at.value > front.length) return false;
  const meant = meantBy(what, state);
  if (meant === undefined) return false;
  state.args = { front: front.toSpliced(at.value, 0, meant), from };
  return true;
}

function isBranched(one: Extract<Stmt, { readonly kind: "if" }>, state: State, holds: Holds): boolean {
  for (const { test, body } of one.branches) {
    const does = holds(test);
    if (does === true) return body.every((inner) => isDone(inner, state, holds));
    if (does === false) continue;
    // `if c2 != nc:` holds for all but one number of channels, `if scale in "mlx":` for no class more than another.
    const isUsual = test.kind === "comparison" && test.rest[0]?.op === "!=" && one.branches.length === 1;
    return isUsual && !one.otherwise.length && body.every((inner) => isDone(inner, state, holds));
  }
  return one.otherwise.every((inner) => isDone(inner, state, holds));
}
