import { type Asked, analyse } from "../../server/src/analysis/analyse";
import { known } from "../../server/src/cli/known";
import {
  type Analysis,
  countsOf,
  type Model,
  macsOf,
  outputsOf,
  parametersOf,
  type Step,
} from "../../server/src/core/analysis";
import { image } from "../../server/src/core/batch";
import type { Beside } from "../../server/src/core/beside";
import { isKnown, showDim, showShape } from "../../server/src/core/dim";
import type { ReadOptions } from "../../server/src/core/format";
import { render } from "../../server/src/core/message";
import { recognise } from "../../server/src/formats/index";
import { rules } from "../../server/src/rules/index";
import { understand } from "../../server/src/service";
import { readDataFile } from "../../server/src/settings/data-file";
import { settingsAt } from "../../server/src/settings/find";
import { readSettings } from "../../server/src/settings/read-settings";
import { resolve } from "../../server/src/settings/resolve";
import { isSettingsName } from "../../server/src/settings/settings";
import { parseYaml } from "../../server/src/tree/yaml";
import { expectations, withoutExpectations } from "./expectations";

/** The only place in the tests that calls the analyser. */
export function read(text: string, path = "model.yaml", options: ReadOptions = {}): Analysis {
  if (isSettingsName(path))
    return { models: [], problems: readSettings(parseYaml(text), known()).problems, suppressed: [] };
  if (/# (?:put in|taken out: )/.test(text))
    return understand(path, text, { before: understand(path, beforehand(text))! })!.analysis;
  const found = recognise(path, text);
  const nothing = { models: [], problems: [], comments: [] };
  const asked = found && { pinned: found.pinned, ...calledIn(text), ...besideIn(text), ...options };
  return analyse(found ? found.format.read(found.document, asked) : nothing, rules, settledIn(text));
}

/** `# called yolov8s.yaml` in the first line of a model says what its file is called. */
function calledIn(text: string): { readonly name?: string } {
  const name = /^# called (\S+)/.exec(text)?.[1];
  return name === undefined ? {} : { name };
}
/** A line with `# put in` has come in since all was well, and what `# taken out: ` stands before has gone. */
const beforehand = (text: string): string => text.replace(/^.*# put in\n/gm, "").replace(/^( *)# taken out: /gm, "$1");

/** `# beside it, data.yaml: { train: images, nc: 3 }` in a model says what lies there. */
function besideIn(text: string): { readonly data?: Beside } {
  const [, file = "", flow = ""] = /^# beside it, (\S+): \{(.*)\}$/m.exec(text) ?? [];
  const data = readDataFile(flow.replace(/, (?=[a-z_]+:)/g, "\n").trim());
  return typeof data === "string" ? {} : { data: { file, ...data } };
}

/** `# .convlint.yaml: { rules: { some-rule: warning } }` in the first line of a model says what the configuration is. */
function settledIn(text: string): Asked {
  const [, flow] = /^# \.convlint\.yaml: (\{.*\})$/m.exec(text) ?? [];
  if (flow === undefined) return {};
  const file = settingsAt("/.convlint.yaml", flow, known());
  if (file.problems.length) throw new Error(`${flow} is wrong: ${render(file.problems[0]!.message)}`);
  const { rules: severities, ruleOptions } = resolve([file], "/model.yaml");
  return { severities, options: ruleOptions };
}

/** Returns every difference between what a model file expects and what is found, in words. */
export function checkModel(source: string, path: string, options: ReadOptions = {}): string[] {
  const text = path.endsWith(".json") ? withoutExpectations(source) : source;
  if (!isSettingsName(path) && !recognise(path, text)) return [`${path}: no format reads this file`];
  const analysis = read(text, path, options);
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
        render(p.message).includes(want.message) &&
        String(p.scales ?? "") === want.scales,
    );
    if (index < 0) wrong.push(`line ${want.line + 1}: expected ${want.severity}[${want.id}]: ${want.message}`);
    else open.splice(index, 1);
  }
  for (const p of open) {
    const scales = p.scales ? ` (scales ${p.scales})` : "";
    const words = JSON.stringify(source.slice(p.span.from, p.span.to));
    wrong.push(
      `line ${lineOf(p.span.from)}: not expected: ${p.severity}[${p.id}]: ${render(p.message)}${scales}   at ${words}`,
    );
  }

  for (const want of expected.facts) {
    const got = analysis.models.map((model) => {
      const here = model.steps.filter((step) => step.node.row && lineOf(step.node.opSpan.from) === want.line + 1);
      return behind(here, want.text, model);
    });
    if (!got.includes(want.text))
      wrong.push(`line ${want.line + 1}: expected => ${want.text}, got => ${got.join(" or ")}`);
  }
  return wrong;
}

/** What is known of the nodes of one line: the shape after the last, the counts of all. */
function behind(steps: readonly Step[], want: string, model: Model): string {
  const last = steps.at(-1);
  if (!last) return "nothing here";
  const outputs = outputsOf(last);
  if (!outputs) return "unknown";
  const counts = countsOf(steps);
  const count = parametersOf(counts, model.graph);
  return (
    (outputs.length ? outputs.map((shape) => showShape(image(shape))).join(" ") : "unknown") +
    (count !== 0 && isKnown(count) ? ` params=${showDim(count)}` : "") +
    (want.includes("trained=") ? ` trained=${showDim(counts.trainable)}` : "") +
    (want.includes("macs=") ? ` macs=${showDim(macsOf(steps))}` : "")
  );
}
