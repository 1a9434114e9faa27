import type { Block, Expr, Stmt } from "../syntax/ast";

const known = new WeakMap<Block, ReadonlySet<string>>();

/** Names that the statements of a module or a function give a value, which a function does not look for outside. */
export function namesIn(block: Block): ReadonlySet<string> {
  const found = known.get(block);
  if (found) return found;
  const names = new Set<string>();
  for (const one of block) collect(one, names);
  known.set(block, names);
  return names;
}

function collect(one: Stmt, names: Set<string>): void {
  const all = (block: Block): void => block.forEach((inner) => collect(inner, names));
  const target = (expr: Expr | undefined): void => expr && collectTarget(expr, names);
  switch (one.kind) {
    case "expression":
    case "return":
      return one.value && collectInside(one.value, names);
    case "assign":
      one.targets.forEach(target);
      return collectInside(one.value, names);
    case "annotated":
      return one.value && target(one.target);
    case "augment":
      return target(one.target);
    case "if":
      for (const { test, body } of one.branches) {
        collectInside(test, names);
        all(body);
      }
      return all(one.otherwise);
    case "for":
      target(one.target);
      collectInside(one.iterable, names);
      all(one.body);
      return all(one.otherwise);
    case "while":
      collectInside(one.test, names);
      all(one.body);
      return all(one.otherwise);
    case "with":
      one.items.forEach((item) => target(item.target));
      return all(one.body);
    case "try":
      all(one.body);
      for (const { name, body } of one.handlers) {
        if (name) names.add(name);
        all(body);
      }
      all(one.otherwise);
      return all(one.ending);
    case "function":
    case "class":
      names.add(one.name);
      return;
    case "import":
      for (const { name, as } of one.names) names.add(as ?? name.split(".")[0]!);
      return;
    case "import-from":
      for (const { name, as } of one.names) names.add(as ?? name);
      return;
    case "delete":
      return one.targets.forEach(target);
  }
}

function collectTarget(target: Expr, names: Set<string>): void {
  if (target.kind === "name") names.add(target.id);
  else if (target.kind === "tuple" || target.kind === "list") target.items.forEach((one) => collectTarget(one, names));
  else if (target.kind === "starred") collectTarget(target.of, names);
}

/** What `:=` names, also inside of a comprehension. */
function collectInside(part: unknown, names: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  const inner = part as { readonly [key: string]: unknown };
  if (inner["kind"] === "walrus") collectTarget(inner["target"] as Expr, names);
  // Asked of everything that is written, so that nothing is put together on the way.
  for (const key in inner) if (typeof inner[key] === "object") collectInside(inner[key], names);
}

/** Names that come from where nobody sees them, so that any other may too. */
const hidden = /^(exec|eval|globals|locals|vars|__builtins__|__import__|builtins)$/;

/**
 * Every name that a module gives a value at its outermost level, with the place of the first statement that may do so, or
 * the beginning where a function does; nothing where there may be others, from what it imports
 * as a whole or makes up as it runs.
 */
export function allNamesOf(module: Block): ReadonlyMap<string, number> | undefined {
  if (!everywhere.has(module)) everywhere.set(module, findAll(module));
  return everywhere.get(module);
}

const everywhere = new WeakMap<Block, ReadonlyMap<string, number> | undefined>();

function findAll(module: Block): ReadonlyMap<string, number> | undefined {
  const names = new Map<string, number>();
  for (const one of module) {
    const found = new Set<string>();
    collect(one, found);
    // The body of a class is run before the class is there.
    const from = one.kind === "class" ? one.to : one.from;
    for (const name of found) if (!names.has(name)) names.set(name, from);
  }
  let open = false;
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null || open) return;
    if (Array.isArray(part)) return part.forEach(visit);
    const one = part as { kind?: string; all?: boolean; id?: string; of?: unknown; names?: readonly string[] };
    if (one.kind === "import-from" && one.all) open = true;
    else if (one.kind === "name" && hidden.test(one.id!)) open = true;
    else if (one.kind === "scope" && one.of === "global") for (const name of one.names!) names.set(name, 0);
    Object.values(part).forEach(visit);
  };
  visit(module);
  return open ? undefined : names;
}

const builtin = new Set(
  "BaseExceptionGroup Ellipsis ExceptionGroup GeneratorExit StopAsyncIteration SystemExit aiter anext ascii bin breakpoint bytearray bytes chr compile complex copyright credits delattr dir display divmod exit format frozenset get_ipython hash help hex input license memoryview oct open ord quit reveal_type super unicode xrange long basestring raw_input reduce unichr file cmp".split(
    " ",
  ),
);

/** Whether Python knows a name by itself, as it is now, was, or is in a notebook; of errors there are more with every version. */
export const isBuiltin = (name: string): boolean => builtin.has(name) || /^_+$|^__\w+__$|(Error|Warning)$/.test(name);
