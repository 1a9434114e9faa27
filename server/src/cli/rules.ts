import { say } from "../core/message";
import { ruleSets, usual } from "../core/rule";
import { type Listed, listed } from "../derive/pages";
import { rulesFormats, rulesOptions } from "./option-tables";
import { oneOf, read } from "./options";
import { type Streams, UsageError } from "./usage";

/** `convlint rules`: everything that can be reported. */
export async function rules(args: readonly string[], { out }: Streams): Promise<number> {
  const { values, positionals } = read(args, rulesOptions);
  if (positionals.length)
    throw new UsageError(say`rules takes no arguments; convlint explain ${positionals[0]!} shows the page of one`);
  const all = listed().map(ruleJson);
  const asked = oneOf("format", values.format, rulesFormats);
  out.write(asked === "json" ? `${JSON.stringify(all, null, 2)}\n` : table(all));
  return 0;
}

type RuleJson = ReturnType<typeof ruleJson>;

/** Only lints belong to a set and can be switched on by one; all else holds always. */
const ruleJson = ({ id, kind, severity, summary, fixable, rule }: Listed) => ({
  id,
  kind,
  /** What it is where no configuration says anything. */
  severity: rule ? usual(rule) : severity,
  /** What it is once it is on. */
  whenOn: severity,
  set: rule?.set ?? null,
  fixable: fixable !== undefined,
  fix: fixable ?? null,
  since: rule?.since ?? null,
  summary,
  docs: `docs/rules/${id}.md`,
  ...(rule?.source !== undefined && { source: rule.source }),
});

const headings: { readonly [K in Listed["kind"]]: string } = {
  rule: "Lints: the framework runs it, and the result is wrong or useless",
  constraint: "What operators ask for: the framework raises",
  check: "What is found while reading",
};

function table(all: readonly RuleJson[]): string {
  const width = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length));
  const ids = width(all.map(({ id }) => id));
  const sets = width(ruleSets);
  const line = ({ id, severity, set, fix, since, summary }: RuleJson): string =>
    [
      id.padEnd(ids),
      severity.padEnd(11),
      (set ?? "").padEnd(sets),
      (fix === "safe" ? "fix" : fix ? "fix?" : "").padEnd(4),
      (since ?? "").padEnd(4),
      summary,
    ].join("  ");
  const sections = Object.entries(headings).map(([kind, heading]) =>
    [heading, ...all.filter((one) => one.kind === kind).map((one) => `  ${line(one)}`), ""].join("\n"),
  );
  return `${sections.join("\n")}\nfix: --fix mends it; fix?: --unsafe-fixes does. convlint explain ID says more of one.\n`;
}
