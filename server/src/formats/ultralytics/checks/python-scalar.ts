import { type Message, say } from "../../../core/message";
import { type Problem, problem, replace } from "../../../core/problem";
import { entriesOf, type Tree, type TreeScalar } from "../../../tree/tree";
import { names } from "../dialect";
import { pythonScalar } from "../scalar";
import type { Check } from "./check";

/** What the parser calculates with; other keys are notes of the author. */
const read = names(`nc scales backbone head depth_multiple width_multiple kpt_shape reg_max end2end ch channels anchors
  channel_multiple`);

/** PyYAML follows an older YAML than people and editors do: some plain words and numbers mean something else to it. */
export const pythonScalars: Check = ({ document: { root } }, report) => {
  const seen = new Set<number>();
  const look = (scalar: TreeScalar): void => {
    const found = seen.has(scalar.span.from) ? undefined : surprise(scalar);
    if (!found) return;
    seen.add(scalar.span.from);
    report(found);
  };
  for (const { key, value } of entriesOf(root)) if (read.has(key)) eachPlain(value, look);
};

function eachPlain(tree: Tree, look: (scalar: TreeScalar) => void): void {
  if (tree.kind === "list") for (const item of tree.items) eachPlain(item, look);
  else if (tree.kind === "map") for (const { value } of tree.entries) eachPlain(value, look);
  else if (tree.plain && suspect.test(tree.source)) look(tree);
}

/** Nothing else is read in two ways: a zero in front, a colon between numbers, a word for yes or no. */
const suspect = /^[-+]?0\d|^[-+]?\d[\d_]*:|^(?:yes|no|on|off)$/i;

const sixties = /^[-+]?\d[\d_]*:/;
const octal = /^([-+]?)0+([1-9]\d*)$/;

function surprise(scalar: TreeScalar): Problem | undefined {
  const { source } = scalar;
  const value = pythonScalar(scalar);
  if (typeof value === "boolean")
    return /^(?:true|false)$/i.test(source)
      ? undefined
      : told(scalar, say`${source} is a boolean`, value ? "True" : "False");
  if (typeof value !== "number") return undefined;
  if (sixties.test(source)) return told(scalar, say`${source} is a number to base 60`, String(value));
  const [, sign, digits] = octal.exec(source) ?? [];
  const meant = `${sign === "-" ? "-" : ""}${digits}`;
  return digits !== undefined && Number(meant) !== value
    ? told(scalar, say`${source} is a number to base 8`, String(value), meant)
    : undefined;
}

function told({ span }: TreeScalar, what: Message, value: string, meant?: string): Problem {
  const plainly = replace(say`Write ${value}, as it is read`, span, value);
  const better = meant === undefined ? undefined : replace(say`Change to ${meant}`, span, meant, false);
  return problem("python-scalar", span, say`to PyYAML ${what}: the library reads ${value}`, better, plainly);
}
