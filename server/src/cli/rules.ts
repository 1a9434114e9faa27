import { type Message, render, say } from "../core/message";
import { ruleSets, usual } from "../core/rule";
import { told, type Voice } from "../core/voice";
import { padEndTo, widest } from "../core/width";
import { type Listed, listed } from "../derive/pages";
import { rulesFormats, rulesOptions } from "./option-tables";
import { oneOf, read } from "./options";
import { type Streams, UsageError, voiceIn } from "./usage";

/** `convlint rules`: everything that can be reported. */
export async function rules(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, rulesOptions);
  if (positionals.length)
    throw new UsageError(say`rules takes no arguments; convlint explain ${positionals[0]!} shows the page of one`);
  const all = listed().map(ruleJson);
  const asked = oneOf("format", values.format, rulesFormats);
  streams.out.write(asked === "json" ? `${JSON.stringify(all, null, 2)}\n` : table(all, voiceIn(streams)));
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

const headings: { readonly [K in Listed["kind"]]: Message } = {
  rule: say`Lints: the framework runs it, and the result is wrong or useless`,
  constraint: say`What operators ask for: the framework raises`,
  check: say`What is found while reading`,
};

function table(all: readonly RuleJson[], voice: Voice): string {
  const ids = widest(all.map(({ id }) => id));
  const sets = widest(ruleSets);
  const line = ({ id, severity, set, fix, since, summary }: RuleJson): string =>
    [
      padEndTo(id, ids),
      severity.padEnd(11),
      padEndTo(set ?? "", sets),
      (fix === "safe" ? "fix" : fix ? "fix?" : "").padEnd(4),
      (since ?? "").padEnd(4),
      told(summary, voice),
    ].join("  ");
  const sections = Object.entries(headings).map(([kind, heading]) =>
    [render(heading, voice), ...all.filter((one) => one.kind === kind).map((one) => `  ${line(one)}`), ""].join("\n"),
  );
  const legend = say`fix: --fix mends it; fix?: --unsafe-fixes does. convlint explain ID says more of one.`;
  return `${sections.join("\n")}\n${render(legend, voice)}\n`;
}
