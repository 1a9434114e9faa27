import { type Asked, analyse } from "../../server/src/analysis/analyse";
import { layersIn, type Use, useOf } from "../../server/src/analysis/layer-facts";
import { known } from "../../server/src/cli/known";
import type { Analysis } from "../../server/src/core/analysis";
import type { Beside } from "../../server/src/core/beside";
import { isKnown, showDim, showShape } from "../../server/src/core/dim";
import type { ReadOptions } from "../../server/src/core/format";
import { render } from "../../server/src/core/message";
import type { Problem } from "../../server/src/core/problem";
import { readSaid, showSaid } from "../../server/src/core/shape-comment";
import { recognise } from "../../server/src/formats/index";
import { isPythonModel } from "../../server/src/python/recognise";
import { rules } from "../../server/src/rules/index";
import { understand } from "../../server/src/service";
import { deckProblems, isDeckName } from "../../server/src/service/decks";
import { atScales } from "../../server/src/service/scales";
import { readDataFile } from "../../server/src/settings/data-file";
import { problemsOf, settingsAt } from "../../server/src/settings/find";
import { resolve } from "../../server/src/settings/resolve";
import { isSettingsName } from "../../server/src/settings/settings";
import { expectations, withoutExpectations } from "./expectations";
import { pythonBeside } from "./own-modules";

/** The only place in the tests that calls the analyser. */
export function read(text: string, path = "model.yaml", options: ReadOptions = {}): Analysis {
  if (isDeckName(path)) return { models: [], problems: deckProblems(text), suppressed: [] };
  if (isSettingsName(path)) return { models: [], problems: settingsProblems(text), suppressed: [] };
  if (isPythonModel(path, text)) return understand(path, text)!.analysis;
  const own = pythonBeside(text);
  if (own) return understand(path, text, own)!.analysis;
  if (/# (?:put in|taken out: )/.test(text))
    return understand(path, text, { before: understand(path, beforehand(text))! })!.analysis;
  const found = recognise(path, text);
  const nothing = { models: [], problems: [], comments: [] };
  const asked = found && { pinned: found.pinned, ...calledIn(text), ...besideIn(text), ...options };
  const { scales, ...settled } = settledIn(text);
  const reading = found ? found.format.read(found.document, asked) : nothing;
  return analyse(found ? atScales(reading, found.document, scales) : reading, rules, settled);
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
function settledIn(text: string): Asked & { readonly scales?: readonly string[] } {
  const [, flow] = /^# \.convlint\.yaml: (\{.*\})$/m.exec(text) ?? [];
  if (flow === undefined) return {};
  const file = settingsAt("/.convlint.yaml", flow, known());
  if (file.problems.length) throw new Error(`${flow} is wrong: ${render(file.problems[0]!.message)}`);
  const { rules: severities, ruleOptions, scales } = resolve([file], "/model.yaml");
  return { severities, options: ruleOptions, ...(scales && { scales }) };
}

/** `# files here: a.yaml b/c.yaml` in a configuration says what lies around it. */
function settingsProblems(text: string): readonly Problem[] {
  const here = /^# files here: (.*)$/m.exec(text)?.[1]?.split(" ");
  const disk = { read: () => undefined, lacks: () => true, ...(here && { files: () => here }) };
  return problemsOf(settingsAt("/.convlint.yaml", text, known(), disk), disk);
}

/** Returns every difference between what a model file expects and what is found, in words. */
export function checkModel(source: string, path: string, options: ReadOptions = {}, stated = true): string[] {
  const text = path.endsWith(".json") ? withoutExpectations(source) : source;
  if (!isSettingsName(path) && !isDeckName(path) && !isPythonModel(path, text) && !recognise(path, text))
    return [`${path}: no format reads this file`];
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

  for (const want of stated && !isDeckName(path) ? expected.facts : []) {
    const got = analysis.models.flatMap((model) => {
      const here = layersIn(model).filter((row) => lineOf(row.opSpan.from) === want.line + 1);
      const last = here.filter(({ opSpan }) => opSpan.from === here.at(-1)!.opSpan.from);
      return last.map((row) => stateOf(useOf(model, row), want.text));
    });
    const said = readSaid(want.text, 0);
    const text = said?.shapes.length ? showSaid(said) : want.text;
    if (!(got.length ? got : [nothing]).includes(text))
      wrong.push(`line ${want.line + 1}: expected => ${want.text}, got => ${got.join(" or ")}`);
  }
  return wrong;
}

const nothing = "nothing here";

/** What is known of a layer, in the words in which a comment states it. */
function stateOf(use: Use | undefined, want: string): string {
  if (!use) return nothing;
  const { shapes, figures } = use;
  if (use.steps.every(({ outcome }) => !outcome)) return "unknown";
  return (
    (shapes.length ? shapes.map(showShape).join(" ") : "unknown") +
    (figures.params !== 0 && isKnown(figures.params) ? ` params=${showDim(figures.params)}` : "") +
    (want.includes("trained=") ? ` trained=${showDim(figures.trained)}` : "") +
    (want.includes("macs=") ? ` macs=${showDim(figures.macs)}` : "")
  );
}
