import type { DataFile } from "../core/beside";
import { entriesOf, get, isMissing, itemsOf, type Tree } from "../tree/tree";
import { parseYaml } from "../tree/yaml";

/** What a text says as a data file; "none" where it is another file, "broken" where it cannot be read for certain. */
export function readDataFile(text: string): DataFile | "none" | "broken" {
  // Spares everything else the parser.
  if (!/^["']?train["']?\s*:/m.test(text)) return "none";
  const { root, problems } = parseYaml(text);
  if (problems.some(({ severity }) => severity === "error")) return "broken";
  const [nc, names] = [get(root, "nc"), get(root, "names")];
  if (isMissing(get(root, "train")) || (isMissing(nc) && isMissing(names))) return "none";
  const classes = classesOf(nc, names);
  const shape = get(root, "kpt_shape");
  const kptShape = isMissing(shape) ? null : numbersIn(shape);
  return { ...(classes !== undefined && { classes }), ...(kptShape !== undefined && { kptShape }) };
}

/** Where both are said and differ the library refuses the file, or takes one of the two. */
function classesOf(nc: Tree | undefined, names: Tree | undefined): number | undefined {
  const [said, named] = [wholeNumber(nc), isMissing(names) ? undefined : lengthOf(names)];
  if (isMissing(nc)) return named;
  return isMissing(names) || said === named ? said : undefined;
}

/** Numbers with a zero in front are octal, or texts. */
const wholeNumber = (tree: Tree | undefined): number | undefined =>
  tree?.kind === "scalar" && tree.plain && /^[1-9]\d{0,8}$/.test(tree.source) ? Number(tree.source) : undefined;

/** Names are a list, or a map from 0 on. */
function lengthOf(names: Tree | undefined): number | undefined {
  if (names?.kind === "list") return itemsOf(names).length || undefined;
  const keys = new Set(entriesOf(names).map(({ key }) => key));
  return [...keys].every((key) => /^(0|[1-9]\d*)$/.test(key) && Number(key) < keys.size)
    ? keys.size || undefined
    : undefined;
}

function numbersIn(tree: Tree | undefined): readonly number[] | undefined {
  const numbers = itemsOf(tree).map(wholeNumber);
  return numbers.length && numbers.every((number) => number !== undefined) ? numbers : undefined;
}
