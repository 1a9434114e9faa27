import { say } from "../../core/message";
import type { Fix } from "../../core/problem";
import { partsIn, type Source } from "../source";
import type { FunctionDef, Stmt } from "../syntax/ast";
import type { Maker } from "./finding";
import { after, before, fix, insert, nameOf, put } from "./text";

/** `super().__init__()` comes first, behind what describes the function. */
export const callSuper: Maker = ({ problem, source }) => {
  const init = source.function(problem.span);
  if (init?.name !== "__init__") return [];
  const line = "super().__init__()";
  const later = init.body.find(isSuperCall);
  const [first, second] = init.body;
  const isDescribed = first?.kind === "expression" && first.value.kind === "string";
  const beginning = isDescribed ? second : first;
  const edit = beginning ? before(beginning, later ? source.at(later) : line, source) : undefined;
  if (!edit) return [];
  const gone = later && lineOf(later, source);
  return [fix(say`Call super().__init__() first`, true, edit, ...(gone ? [put(gone, "")] : []))];
};

const isSuperCall = (one: Stmt): boolean =>
  one.kind === "expression" &&
  partsIn(one.value).some((part) => part.kind === "call" && part.callee.kind === "name" && part.callee.id === "super");

function lineOf(one: Stmt, { text }: Source) {
  const from = text.lastIndexOf("\n", one.from - 1) + 1;
  const end = text.indexOf("\n", one.to);
  return { from, to: end < 0 ? text.length : end + 1 };
}

/** Layers stand in a container that registers them. */
export const registerLayers: Maker = ({ problem, source }) => {
  const assigned = source.around(problem.span).findLast((one) => one.kind === "assign" || one.kind === "annotated");
  const value = assigned && "value" in assigned ? assigned.value : undefined;
  if (!value || !("kind" in value)) return [];
  const isDict = value.kind === "dict" || (value.kind === "comprehension" && value.of === "dict");
  const name = nameOf(isDict ? "torch.nn.ModuleDict" : "torch.nn.ModuleList", source);
  if (name === undefined) return [];
  const isEmpty = /^[[{(]\s*[\]})]$/.test(source.at(value));
  const title = say`Put them in ${name}`;
  return [
    isEmpty
      ? fix(title, true, put(value, `${name}()`))
      : fix(title, true, insert(value.from, `${name}(`), insert(value.to, ")")),
  ];
};

/** A function gives what it has worked out last. */
export const returnResult: Maker = ({ problem, source }) => {
  const forward = source.function(problem.span);
  return forward ? returned(forward, source) : [];
};

function returned({ body }: FunctionDef, source: Source): readonly Fix[] {
  const last = body.at(-1);
  if (!last) return [];
  if (last.kind === "expression" && last.value.kind !== "string") {
    const isTold = last.value.kind === "call" && last.value.callee.kind === "name" && last.value.callee.id === "print";
    if (!isTold) return [fix(say`Return ${source.at(last.value)}`, true, insert(last.from, "return "))];
  }
  if (last.kind === "return" && last.value) return [];
  const assigned = body.findLast((one) => one.kind === "assign" || one.kind === "augment");
  const target =
    assigned?.kind === "assign" ? assigned.targets[0] : assigned?.kind === "augment" ? assigned.target : undefined;
  if (!target || target.kind === "attribute" || target.kind === "subscript") return [];
  const text = source.at(target);
  if (last.kind === "return") return [fix(say`Return ${text}`, true, insert(last.to, ` ${text}`))];
  const edit = after(last, `return ${text}`, source);
  return edit ? [fix(say`Return ${text}`, true, edit)] : [];
}

/** A method that nobody calls has nearly the name of the one that is. */
export const renameForward: Maker = ({ problem, source }) => {
  const name = source.at(problem.span);
  return name !== "forward" && /^\w+$/.test(name) && problem.id === "module-without-forward"
    ? [fix(say`Change to ${"forward"}`, true, put(problem.span, "forward"))]
    : [];
};
