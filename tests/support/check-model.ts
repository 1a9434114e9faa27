import { analyse } from "../../server/src/analysis/analyse";
import { type Analysis, parameters, type Step, trainable } from "../../server/src/core/analysis";
import { add, isKnown, showDim, showShape } from "../../server/src/core/dim";
import { formats } from "../../server/src/formats/index";
import { rules } from "../../server/src/rules/index";
import { expectations, withoutExpectations } from "./expectations";

export const formatOf = (text: string, uri: string) => formats.find((format) => format.detect(text, uri));

/** The only place in the tests that calls the analyser. */
export function read(text: string, uri = ""): Analysis {
  const format = formatOf(text, uri);
  return analyse(format ? format.read(text) : { models: [], problems: [], comments: [] }, rules);
}

/** Returns every difference between what a model file expects and what is found, in words. */
export function checkModel(source: string, uri: string): string[] {
  const text = uri.endsWith(".json") ? withoutExpectations(source) : source;
  if (!formatOf(text, uri)) return [`${uri}: no format reads this file`];
  const analysis = read(text, uri);
  const expected = expectations(source);
  const wrong: string[] = [];
  const lineOf = (offset: number) => source.slice(0, offset).split("\n").length;
  const open = [...analysis.problems];

  for (const want of expected.problems) {
    const index = open.findIndex(
      (p) =>
        p.id === want.id &&
        p.severity === want.severity &&
        p.span.from === want.span.from &&
        p.span.to === want.span.to &&
        p.message.includes(want.message) &&
        String(p.scales ?? "") === want.scales,
    );
    if (index < 0) wrong.push(`line ${want.line + 1}: expected ${want.severity}[${want.id}]: ${want.message}`);
    else open.splice(index, 1);
  }
  for (const p of open)
    wrong.push(
      `line ${lineOf(p.span.from)}: not expected: ${p.severity}[${p.id}]: ${p.message}${p.scales ? ` (scales ${p.scales})` : ""}   at ${JSON.stringify(source.slice(p.span.from, p.span.to))}`,
    );

  for (const want of expected.facts) {
    const got = analysis.models.map((model) =>
      known(
        model.steps.filter((s) => s.node.layer !== undefined && lineOf(s.node.opSpan.from) === want.line + 1),
        want.text,
      ),
    );
    if (!got.includes(want.text))
      wrong.push(`line ${want.line + 1}: expected => ${want.text}, got => ${got.join(" or ")}`);
  }
  return wrong;
}

/** What is known of the nodes of one line: the shape after the last, the counts of all. */
function known(steps: readonly Step[], want: string): string {
  const last = steps.at(-1);
  if (!last) return "nothing here";
  if (!last.outputs) return "unknown";
  const macs = add(...steps.map((step) => step.macs)),
    count = parameters(...steps);
  return (
    last.outputs.map((shape) => showShape(shape.slice(1))).join(" ") +
    (count !== 0 && isKnown(count) ? ` params=${showDim(count)}` : "") +
    (want.includes("trained=") ? ` trained=${showDim(trainable(...steps))}` : "") +
    (want.includes("macs=") ? ` macs=${showDim(macs)}` : "")
  );
}
