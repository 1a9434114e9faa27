import { listed } from "../derive/pages";
import { rulesFormats, rulesOptions } from "./option-tables";
import { oneOf, read } from "./options";
import { type Streams, UsageError } from "./usage";

/** `convlint rules`: everything that can be reported. */
export async function rules(args: readonly string[], { out }: Streams): Promise<number> {
  const { values, positionals } = read(args, rulesOptions);
  if (positionals.length) throw new UsageError("rules takes no arguments");
  const all = listed().map(({ id, severity, fixable, summary }) => ({
    id,
    severity,
    fixable: fixable !== undefined,
    summary,
  }));
  if (oneOf("format", values.format, rulesFormats) === "json") {
    out.write(`${JSON.stringify(all, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...all.map(({ id }) => id.length));
  for (const { id, severity, fixable, summary } of all)
    out.write(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${fixable ? "fix" : "   "}  ${summary}\n`);
  return 0;
}
