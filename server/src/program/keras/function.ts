import { portsOf } from "../../core/axes";
import { say } from "../../core/message";
import { Unsayable, unsayable } from "../calls";
import { conditionOf } from "../conditions";
import { copiesOf, isMany } from "../copies";
import { at, call, type Doc, flat, lines } from "../document";
import type { Form } from "../forms";
import { Names, nameOf } from "../names";
import { isStep, lastOf, type Run, runsOf, type Step, stepsOf } from "../steps";
import type { Texts } from "../texts";
import { calleeOf, isFunction } from "./helpers";

/** The function of a block, or of the model, that puts layers behind what it is given. */
export class FunctionText {
  private readonly form: Form;
  private readonly runs: readonly Run[];
  private readonly values = new Map<string, string>();
  /** Layers that are called again, by what they are called. */
  private readonly shared = new Map<string, string>();
  private readonly body: string[] = [];
  private locals = new Names();
  private inputs: readonly string[] = [];
  private temporary = "x";
  /** What only training gives. */
  private readonly extra: string[] = [];
  private isTraining = false;

  constructor(
    private readonly texts: Texts,
    private readonly isModel: boolean,
  ) {
    this.form = texts.form;
    this.runs = runsOf(
      stepsOf(this.form, () => true),
      (layer) => conditionOf(texts, layer),
    );
  }

  text(
    inputs: readonly string[],
    begin: readonly string[],
    end: (results: readonly string[], extra: readonly string[]) => readonly string[],
  ): readonly string[] {
    this.inputs = inputs;
    const functions = [...this.texts.inner.values()].map(({ className }) => className);
    this.locals = new Names([...inputs, ...functions, ...this.texts.params.known.map(({ text }) => text)]);
    const head = this.runs[0]?.steps[0]?.layer;
    const isFree = !this.isModel && inputs.length === 1 && this.form.readers[0]!.every((reader) => reader === head);
    this.temporary = isFree ? inputs[0]! : this.locals.free(inputs.includes("x") ? "out" : "x");
    this.runs.forEach((run, i) => this.run(run, this.nameFor(run, i)));
    if (this.extra.length && !this.isTraining) this.body.push(at(1, "if training:"));
    const results = this.form.results.map((one) => this.valueOf(one));
    const { told, asked } = this.texts.params;
    const params = told.map(({ text, usual }) => (usual ? `${text}=${usual.text}` : text));
    const sizes = asked.map(({ text, reads }) => at(1, `${text} = ${inputs[reads!.input]}.shape[-1]`));
    const own = this.extra.length ? ["training=True"] : [];
    return [
      ...lines(0, "def ", call(this.texts.className, this.isModel ? own : [...inputs, ...params]), ":"),
      ...begin,
      ...sizes,
      ...this.body,
      ...end(results, this.extra),
    ];
  }

  private valueOf(read: Step["reads"][number]): string {
    if (isStep(read)) return this.values.get(`step ${read.layer.index} ${read.at}`)!;
    if ("input" in read) return this.inputs[read.input]!;
    const many = read.layer.sample.gives.length > 1;
    return this.values.get(`layer ${read.layer.index}`)! + (many ? `[${read.port}]` : "");
  }

  private nameFor(run: Run, place: number): string {
    const { layer, isLast } = lastOf(run);
    const { readers, sample } = layer;
    const next = this.runs[place + 1]?.steps[0]?.layer;
    if (!run.training && (!isLast || (readers.length > 0 && readers.every((reader) => reader === (next ?? "result")))))
      return this.temporary;
    return this.locals.free(nameOf(sample.name ?? sample.stem));
  }

  private run(run: Run, name: string): void {
    const [first] = run.steps as [Step];
    if (run.training && !this.isModel)
      throw unsayable(first.layer.sample, (name) => say`${name} is for training alone, and stands in a block`);
    if (!first.call) throw new Unsayable(say`a learned tensor that belongs to no layer has no counterpart in Keras`);
    let reads: readonly string[] = first.reads.map((read) => this.valueOf(read));
    if (run.training && !this.isTraining) this.body.push(at(1, "if training:"));
    this.isTraining = run.training;
    let indent = run.training ? 2 : 1;
    if (run.condition !== undefined) {
      if (reads[0] !== name) this.body.push(at(1, `${name} = ${reads[0]}`));
      reads = [name, ...reads.slice(1)];
      this.body.push(at(indent++, `if ${run.condition}:`));
    }
    for (const layer of new Set(run.steps.map((step) => step.layer))) {
      const own = run.steps.filter((step) => step.layer === layer);
      reads = isMany(layer) ? this.repeated(own, reads, name, indent) : this.once(own, reads, name, indent);
    }
    const { layer, at: place, isLast } = lastOf(run);
    this.values.set(`step ${layer.index} ${place}`, name);
    if (isLast) this.values.set(`layer ${layer.index}`, name);
    if (run.training && isLast && !layer.readers.length) this.extra.push(name);
  }

  private once(steps: readonly Step[], reads: readonly string[], name: string, indent: number): readonly string[] {
    let from = reads;
    for (const step of steps) {
      this.body.push(...this.assigned(step, this.called(step, 0), from, name, indent));
      from = [name];
    }
    return from;
  }

  private repeated(steps: readonly Step[], reads: readonly string[], name: string, indent: number): readonly string[] {
    const [first] = steps as [Step];
    if (reads.length > 1 || steps.some(({ isPlain }) => !isPlain))
      throw unsayable(first.layer.sample, (name) => say`${name} is repeated, and reads or gives several things`);
    let from = reads;
    const all = copiesOf(this.texts, first.layer, (copy) => ({
      open: "",
      items: steps.map((step) => this.called(step, copy)),
      close: "",
    }));
    for (const { one, times, index = "_" } of all) {
      let inner = indent;
      if (times !== undefined) {
        if (from[0] !== name) this.body.push(at(indent, `${name} = ${from[0]}`));
        this.body.push(at(inner++, `for ${index} in range(${times}):`));
        from = [name];
      }
      const items = typeof one === "string" ? [one] : one.items;
      for (const [i, step] of steps.entries()) {
        this.body.push(...this.assigned(step, items[i]!, from, name, inner));
        from = [name];
      }
    }
    return from;
  }

  /** A layer that is made, or the block that is called. */
  private called(step: Step, copy: number): Doc {
    const pick = { layer: step.layer, at: step.at, copy };
    const one = this.texts.callsOf(pick, step.at).find((call) => call !== undefined) ?? step.call!;
    const args = this.texts.argumentsOf(pick);
    const isCalled = one.kind === "leaf" && isFunction(one.word);
    const said = args.map(({ word, text, isPositional }, i) =>
      isPositional || (isCalled && i === 0) ? text : `${word}=${text}`,
    );
    const { sample } = step.layer;
    if (one.kind === "block") return call(this.texts.inner.get(this.texts.forms.of(one.body))!.className, said);
    const isNamed =
      this.isModel && sample.name !== undefined && step.isLast && !isMany(step.layer) && sample.shares === undefined;
    const isTold = isNamed && !isCalled;
    return call(calleeOf(one.word), isTold ? [...said, `name=${JSON.stringify(sample.name)}`] : said);
  }

  private assigned(step: Step, made: Doc, reads: readonly string[], name: string, indent: number): readonly string[] {
    const one = step.call!;
    if (one.kind === "block" || isFunction(one.word)) {
      const { open, items } = typeof made === "string" ? { open: made.replace(/\)$/, ""), items: [] } : made;
      if (step.layer.sample.shares !== undefined)
        throw unsayable(
          step.layer.sample,
          (name) => say`${name} has the weights of another block, and a block is a function in Keras, which has none`,
        );
      return lines(indent, `${name} = `, { open, items: [...reads, ...items], close: ")" });
    }
    const [port] = portsOf(one.spelling.op.inputs);
    const isList = reads.length > 1 && (port!.many || !/^(Multi|Group)/.test(one.word));
    const handed = isList ? `[${reads.join(", ")}]` : reads.join(", ");
    const { sample, id } = step.layer;
    const isOwner = !sample.isBare && this.form.layers.some((layer) => layer.sample.shares === id);
    if (sample.shares !== undefined && !sample.isBare)
      return lines(indent, `${name} = `, `${this.shared.get(`${sample.shares} ${step.at}`)}(${handed})`);
    if (isOwner) {
      const layer = this.locals.free(`${nameOf(sample.name ?? sample.stem)}_layer`);
      this.shared.set(`${id} ${step.at}`, layer);
      return [...lines(indent, `${layer} = `, made), ...lines(indent, `${name} = `, `${layer}(${handed})`)];
    }
    return typeof made === "string"
      ? lines(indent, `${name} = `, `${flat(made)}(${handed})`)
      : lines(indent, `${name} = `, { ...made, close: `${made.close}(${handed})` });
  }
}
