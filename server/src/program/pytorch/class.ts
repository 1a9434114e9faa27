import { say } from "../../core/message";
import { type Call, unsayable } from "../calls";
import { conditionOf } from "../conditions";
import { type Copies, copiesOf, isMany } from "../copies";
import { at, call, type Doc, flat, lines, width } from "../document";
import { Names, nameOf } from "../names";
import { lastOf, type Run, runsOf, type Step, stepsOf } from "../steps";
import type { Texts } from "../texts";
import { Forward } from "./forward";
import { functions } from "./functions";

const isModule = (one: Call): boolean => one.kind === "block" || !functions.has(one.word);

const taken = "children eval forward float half modules parameters state_dict train training type".split(" ");

/** The class of a block, or of the model. */
export class ClassText {
  private readonly runs: readonly Run[];
  private readonly attributes = new Names(taken);
  /** What is made in the constructor, and what says there whether something is done later, by the run. */
  private readonly made = new Map<Run, string>();
  private readonly guards = new Map<Run, string>();

  constructor(private readonly texts: Texts) {
    const steps = stepsOf(texts.form, isModule);
    this.runs = runsOf(steps, (layer) => conditionOf(texts, layer));
  }

  text(inputs: readonly string[]): readonly string[] {
    const { texts, runs, made, guards } = this;
    const making = runs.flatMap((run) => this.make(run));
    const forward = new Forward(texts, runs, made, guards);
    const running = forward.lines(inputs);
    const { told } = texts.params;
    const kept = told.filter(({ text }) => forward.kept.has(text)).map(({ text }) => at(2, `self.${text} = ${text}`));
    const params = told.map(({ text, usual }) => (usual ? `${text}=${usual.text}` : text));
    return [
      `class ${texts.className}(nn.Module):`,
      ...lines(1, "def ", call("__init__", ["self", ...params]), ":"),
      at(2, "super().__init__()"),
      ...kept,
      ...making,
      "",
      ...running,
    ];
  }

  private make(run: Run): readonly string[] {
    const [first] = run.steps as [Step];
    const { sample } = first.layer;
    if (sample.parameter)
      return this.learned(
        run,
        sample.parameter.map((size) => this.texts.style.value({ value: size })),
      );
    if (!first.isModule) return this.guarded(run);
    if (sample.shares !== undefined) {
      const owner = this.runs.find(({ steps: [one] }) => one!.layer.id === sample.shares && one!.at === first.at);
      const name = owner && this.made.get(owner);
      if (name === undefined)
        throw unsayable(sample, (name) => say`${name} has the weights of a layer that comes later`);
      this.made.set(run, name);
      return [];
    }
    const name = this.attributes.free(this.stemOf(run));
    this.made.set(run, name);
    const docs = this.docsOf(run);
    const hasMany = run.steps.some(({ layer }) => isMany(layer));
    if (!first.isPlain) {
      const doc = hasMany ? call("nn.ModuleList", [{ open: "[", items: docs, close: "]" }]) : docs[0]!;
      if (run.condition === undefined) return lines(2, `self.${name} = `, doc);
      return [...this.guarded(run), at(2, `if self.${this.guards.get(run)!}:`), ...lines(3, `self.${name} = `, doc)];
    }
    const doc = docs.length === 1 && !hasMany ? docs[0]! : call("nn.Sequential", docs, docs.length > 2);
    if (run.condition === undefined) return lines(2, `self.${name} = `, doc);
    const short = at(2, `self.${name} = ${flat(doc)} if ${run.condition} else nn.Identity()`);
    if (docs.length === 1 && short.length <= width) return [short];
    return [
      at(2, `if ${run.condition}:`),
      ...lines(3, `self.${name} = `, doc),
      at(2, "else:"),
      at(3, `self.${name} = nn.Identity()`),
    ];
  }

  private learned(run: Run, sizes: readonly string[]): readonly string[] {
    const name = this.attributes.free(nameOf(run.steps[0]!.layer.sample.name ?? "weight"));
    this.made.set(run, name);
    return lines(2, `self.${name} = `, call("nn.Parameter", [call("torch.zeros", sizes)]));
  }

  /** Whether something is done is known when it is made. */
  private guarded(run: Run): readonly string[] {
    if (run.condition === undefined) return [];
    const { sample } = run.steps[0]!.layer;
    const name = this.attributes.free(`use_${nameOf(sample.name ?? sample.stem)}`);
    this.guards.set(run, name);
    return lines(2, `self.${name} = `, run.condition);
  }

  /** Of a layer that is repeated, all that it takes is repeated together. */
  private docsOf({ steps }: Run): readonly Doc[] {
    return [...new Set(steps.map(({ layer }) => layer))].flatMap((layer) => {
      const own = steps.filter((step) => step.layer === layer);
      if (!isMany(layer)) return own.map((step) => this.constructed(step, 0));
      if (own.length < layer.sample.copies[0]!.length)
        throw unsayable(layer.sample, (name) => say`${name} is repeated, and takes several steps in PyTorch`);
      return copiesOf(this.texts, layer, (copy) => {
        const made = own.map((step) => this.constructed(step, copy));
        return made.length > 1 ? call("nn.Sequential", made) : made[0]!;
      }).map(listed);
    });
  }

  private constructed(step: Step, copy: number): Doc {
    const { style, inner, forms } = this.texts;
    const pick = { layer: step.layer, at: step.at, copy };
    const one = this.texts.callsOf(pick, step.at).find((call) => call !== undefined) ?? step.call!;
    const args = this.texts.argumentsOf(pick);
    const name = one.kind === "leaf" ? style.callee(one) : inner.get(forms.of(one.body))!.className;
    return call(
      name,
      args.map(({ word, text, isPositional }) => (isPositional ? text : `${word}=${text}`)),
    );
  }

  private stemOf(run: Run): string {
    const { steps } = run;
    const { sample } = lastOf(run).layer;
    const [one] = steps as [Step];
    if (this.runs.length === 1 && steps.length > 1 && !sample.part) return "layers";
    const name = sample.name ?? sample.part;
    if (name !== undefined) return nameOf(name);
    if (steps.length === 1)
      return sample.copies[0]!.length > 1 && one.call?.kind === "leaf" ? one.call.word.toLowerCase() : sample.stem;
    if (!this.texts.params.isPlain) return "body";
    return run === this.runs[0] ? "stem" : run === this.runs.at(-1) ? "head" : "stage";
  }
}

/** One after another in brackets. */
const listed = ({ one, times, index = "_" }: Copies<Doc>): Doc =>
  times === undefined ? one : { open: "*[", items: [one, `for ${index} in range(${times})`], close: "]", loop: true };
