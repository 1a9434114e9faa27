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
  for (const { key, value } of entriesOf(root))
    for (const scalar of read.has(key) ? plainIn(value) : []) {
      const found = seen.has(scalar.span.from) ? undefined : surprise(scalar);
      seen.add(scalar.span.from);
      if (found) report(found);
    }
};

const plainIn = (tree: Tree): readonly TreeScalar[] =>
  tree.kind === "list"
    ? tree.items.flatMap(plainIn)
    : tree.kind === "map"
      ? tree.entries.flatMap(({ value }) => plainIn(value))
      : tree.plain
        ? [tree]
        : [];

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
