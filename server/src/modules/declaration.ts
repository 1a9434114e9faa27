import type { Edit } from "../core/problem";
import type { Undeclared } from "../core/python-class";
import { putEntry } from "../tree/put-entry";

/** The text of a configuration with one module more: an edit of it, or of an empty text. */
export function declare(text: string, undeclared: Undeclared): Edit | undefined {
  const lines = linesOf(undeclared);
  const [name, ...rest] = lines;
  return putEntry(text, "modules", { lines, flow: `${name} { ${rest.map((line) => line.trim()).join(", ")} }` });
}

/** The entry, its lines indented by what stands below the name. */
function linesOf({ name, source: { args }, given }: Undeclared): readonly string[] {
  if (!args) return [`${name}:`, "  told: false"];
  const told = isTold(args, given);
  const all = args.map((arg, i) => {
    if (i > 0 || arg.startsWith("*")) return arg;
    // Without knowing whether the parser scales it, nothing is to be said against what a row gives.
    return told ? "c1" : arg.replace(/^c1\b/, "channels");
  });
  return [`${name}:`, `  args: [${all.map(quoted).join(", ")}]`, ...(told ? ["  told: true"] : [])];
}

/** Names for the channels that come out, which stand second where the parser puts those of the input in front. */
const results = /^(?:c2|c_?out|ch_?out|out_?(?:c|ch|chs|channels?|dims?|planes)|oup|ouc|filters)\b/i;

/** Whether the row gives one argument less than the constructor takes, so that the parser must put one in front. */
function isTold(args: readonly string[], given: number): boolean {
  const open = args.at(-1)?.startsWith("*") === true;
  const needed = args.filter((arg) => !arg.includes(" = ") && !arg.startsWith("*")).length;
  const fits = (count: number): boolean => needed <= count && (open || count <= args.length);
  if (!args.length || args[0]!.startsWith("*") || !fits(given + 1)) return false;
  return !fits(given) || results.test(args[1] ?? "");
}

/** As it can stand between the brackets of YAML. */
const quoted = (arg: string): string => (/^[\w =.+-]+$/.test(arg) ? arg : JSON.stringify(arg));
