import type { PythonFiles } from "../../core/python-class";
import { otherFile } from "../elsewhere";
import type { Block, Expr, FunctionDef, Stmt } from "../syntax/ast";
import { asWritten, type Convention, keyOf } from "./convention";
import { branchOf, type Sets } from "./registered-branch";

/** How a parser in the workspace calls a class; nothing where none says so that can be read, or several differ. */
export function registeredIn(files: PythonFiles, name: string): Convention | undefined {
  const found = (files.defining?.(parser) ?? []).slice(0, most).flatMap((path) => {
    const text = files.text(path);
    // Whoever does not know the class cannot have a rule for it.
    if (text === undefined || !new RegExp(`\\b${name}\\b`).test(text)) return [];
    const { body } = otherFile(path, files.shown(path), text).module;
    const parse = body.find((one): one is FunctionDef => one.kind === "function" && one.name === parser);
    return parse ? [conventionIn(parse, body, name)] : [];
  });
  const [first] = found;
  return first && found.every((one) => one && keyOf(one) === keyOf(first)) ? first : undefined;
}

const parser = "parse_model";
const most = 4;

function conventionIn({ body }: FunctionDef, module: Block, name: string): Convention | undefined {
  const loop = body.find((one) => one.kind === "for");
  const chain = loop?.kind === "for" ? loop.body.find(isAboutClasses) : undefined;
  if (!chain) return undefined;
  const sets = setsIn([...module, ...body]);
  for (const { test, body } of chain.branches) {
    const holds = isAbout(test, name, sets);
    if (holds === undefined) return undefined;
    if (holds) return branchOf(body, (inner) => isAbout(inner, name, sets));
  }
  // Whatever is in no branch gets what is written, and is taken to keep its channels.
  const other = branchOf(chain.otherwise, () => undefined);
  return other && keyOf(other) === keyOf(asWritten) ? other : undefined;
}

type If = Extract<Stmt, { readonly kind: "if" }>;

const isAboutClasses = (one: Stmt): one is If =>
  one.kind === "if" && one.branches.length > 1 && one.branches.some(({ test }) => ofClass(test) !== undefined);

/** What stands right of `m in` or `m is`. */
function ofClass(test: Expr): { readonly op: string; readonly to: Expr } | undefined {
  if (test.kind !== "comparison" || test.rest.length !== 1) return undefined;
  return test.first.kind === "name" && test.first.id === "m" ? test.rest[0] : undefined;
}

/** Whether a condition holds for a class; nothing where that hangs on something else. */
function isAbout(test: Expr, name: string, sets: Sets): boolean | undefined {
  const compared = ofClass(test);
  if (!compared) {
    if (test.kind !== "logic") return undefined;
    const [left, right] = [isAbout(test.left, name, sets), isAbout(test.right, name, sets)];
    const decides = test.op === "or";
    return left === decides || right === decides
      ? decides
      : left === undefined || right === undefined
        ? undefined
        : !decides;
  }
  const { op, to } = compared;
  if (op === "is" || op === "==") return lastOf(to) === undefined ? undefined : lastOf(to) === name;
  const names = op === "in" ? namesOf(to, sets) : undefined;
  return names?.has(name);
}

const lastOf = (expr: Expr): string | undefined =>
  expr.kind === "name" ? expr.id : expr.kind === "attribute" ? expr.name : undefined;

/** The classes in a set that is written out, or that has a name. */
function namesOf(expr: Expr, sets: Sets): ReadonlySet<string> | undefined {
  if (expr.kind === "name") return sets.get(expr.id);
  if (
    expr.kind === "call" &&
    lastOf(expr.callee) !== undefined &&
    /^(?:frozen)?set$|^tuple$|^list$/.test(lastOf(expr.callee)!)
  )
    return expr.args[0] ? namesOf(expr.args[0].value, sets) : new Set();
  if (expr.kind === "binary" && (expr.op === "|" || expr.op === "+")) {
    const [left, right] = [namesOf(expr.left, sets), namesOf(expr.right, sets)];
    return left && right && new Set([...left, ...right]);
  }
  if (expr.kind !== "set" && expr.kind !== "tuple" && expr.kind !== "list") return undefined;
  const names = new Set<string>();
  for (const item of expr.items) {
    const inner = item.kind === "starred" ? namesOf(item.of, sets) : undefined;
    const one = lastOf(item);
    if (inner) for (const each of inner) names.add(each);
    else if (one !== undefined) names.add(one);
    else return undefined;
  }
  return names;
}

function setsIn(block: Block): Sets {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const one of block) {
    if (one.kind !== "assign") continue;
    const names = namesOf(one.value, sets);
    for (const target of one.targets) if (target.kind === "name" && names) sets.set(target.id, names);
  }
  return sets;
}
