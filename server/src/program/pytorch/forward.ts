import { say } from "../../core/message";
import { unsayable } from "../calls";
import { isMany } from "../copies";
import { at, call, type Doc, lines } from "../document";
import type { Form, Layer } from "../forms";
import { images } from "../literal";
import { Names, nameOf } from "../names";
import { isStep, lastOf, type Run, type Step } from "../steps";
import type { Argument, Texts } from "../texts";
import { functions } from "./functions";

/** The method that runs what the constructor has made. */
export class Forward {
  /** Arguments of the constructor that are still needed. */
  readonly kept = new Set<string>();
  private readonly form: Form;
  private readonly values = new Map<string, string>();
  private readonly body: string[] = [];
  /** What only training gives. */
  private readonly extra: string[] = [];
  private inputs: readonly string[] = [];
  private locals = new Names();
  /** The name of what is read at once. */
  private temporary = "x";
  private isTraining = false;

  constructor(
    private readonly texts: Texts,
    private readonly runs: readonly Run[],
    private readonly made: ReadonlyMap<Run, string>,
    private readonly guards: ReadonlyMap<Run, string>,
  ) {
    this.form = texts.form;
  }

  lines(inputs: readonly string[]): readonly string[] {
    this.inputs = inputs;
    this.locals = new Names(inputs);
    const head = this.runs[0]?.steps[0]?.layer;
    const isFree = inputs.length === 1 && this.form.readers[0]!.every((reader) => reader === head);
    this.temporary = isFree ? inputs[0]! : this.locals.free(inputs.includes("x") ? "out" : "x");
    const last = this.runs.at(-1);
    let end: readonly string[] | undefined;
    this.runs.forEach((run, i) => {
      const [first] = run.steps as [Step];
      if (first.layer.sample.parameter) {
        this.values.set(`layer ${first.layer.index}`, `self.${this.made.get(run)}`);
        return;
      }
      const doc = this.called(run);
      const isPlain = doc !== undefined && !this.guards.has(run) && !run.training;
      if (run === last && isPlain && this.isResult(run)) end = lines(2, "return ", doc);
      else this.assigned(run, doc, this.nameFor(run, i));
    });
    const results = () => this.form.results.map((one) => this.valueOf(one));
    const also = this.extra.length
      ? [
          ...(this.isTraining ? [] : [at(2, "if self.training:")]),
          at(3, `return ${[...results(), ...this.extra].join(", ")}`),
        ]
      : [];
    end ??= [at(2, `return ${results().join(", ")}`)];
    return [...lines(1, "def ", call("forward", ["self", ...inputs]), ":"), ...this.body, ...also, ...end];
  }

  private isResult(run: Run): boolean {
    const { layer, isLast } = lastOf(run);
    return (
      isLast &&
      this.form.results.length === 1 &&
      layer.readers.length === 1 &&
      layer.readers[0] === "result" &&
      layer.sample.gives.length === 1 &&
      !this.extra.length
    );
  }

  private valueOf(read: Step["reads"][number]): string {
    if (isStep(read)) return this.values.get(`step ${read.layer.index} ${read.at}`)!;
    if ("input" in read) return this.inputs[read.input]!;
    return this.values.get(`layer ${read.layer.index}`)! + portOf(read.layer, read.port);
  }

  private nameFor(run: Run, at: number): string {
    const { layer, isLast } = lastOf(run);
    const { readers, sample } = layer;
    const next = this.runs.slice(at + 1).find(({ steps: [one] }) => !one!.layer.sample.parameter)?.steps[0]?.layer;
    const isRead = readers.length > 0 && readers.every((reader) => reader === (next ?? "result"));
    if (!run.training && (!isLast || isRead)) return this.temporary;
    return this.locals.free(nameOf(sample.name ?? this.made.get(run) ?? sample.stem));
  }

  private assigned(run: Run, doc: Doc | undefined, name: string): void {
    const { layer, at: place, isLast } = lastOf(run);
    const reads = run.steps[0]!.reads.map((read) => this.valueOf(read));
    this.values.set(`step ${layer.index} ${place}`, name);
    if (isLast) this.values.set(`layer ${layer.index}`, name);
    if (run.training && !this.isTraining) this.body.push(at(2, "if self.training:"));
    this.isTraining = run.training;
    if (run.training && isLast && !layer.readers.length) this.extra.push(name);
    let indent = run.training ? 3 : 2;
    const guard = this.guards.get(run);
    if (guard !== undefined) {
      if (reads[0] !== name) this.body.push(at(indent, `${name} = ${reads[0]}`));
      this.body.push(at(indent++, `if self.${guard}:`));
    }
    if (doc !== undefined) {
      this.body.push(...lines(indent, `${name} = `, doc));
      return;
    }
    const [first] = reads;
    if (reads.length > 1 || first !== name) this.body.push(at(indent, `${name} = ${reads.join(", ")}`));
    const one = reads.length > 1 ? `*${name}` : name;
    this.body.push(at(indent, `for layer in self.${this.made.get(run)}:`), at(indent + 1, `${name} = layer(${one})`));
  }

  /** What a run gives, as an expression; nothing where it is a loop. */
  private called(run: Run): Doc | undefined {
    const [step] = run.steps as [Step];
    const reads = step.reads.map((read) => this.valueOf(read));
    const name = this.made.get(run);
    if (name !== undefined) return isMany(step.layer) && !step.isPlain ? undefined : call(`self.${name}`, reads);
    const one = step.call!;
    if (one.kind === "block" || isMany(step.layer))
      throw unsayable(step.layer.sample, (name) => say`${name} is repeated, and no module but a function in PyTorch`);
    const args = this.texts.argumentsOf({ layer: step.layer, at: step.at, copy: 0 }, true);
    return functions.get(one.word)!(
      reads,
      args.map((arg) => this.stored(arg, reads[0]!)),
    );
  }

  /** Arguments of the constructor are asked of the module when it runs. */
  private stored({ text, ...arg }: Argument, read: string): Argument {
    const names = new Set(this.texts.params.known.map((param) => param.text));
    const put = text.replaceAll(images, `${read}.shape[0]`).replace(/(?<![\w."'])[A-Za-z_]\w*/g, (name) => {
      if (!names.has(name)) return name;
      this.kept.add(name);
      return `self.${name}`;
    });
    return { ...arg, text: put };
  }
}

/** Of several results one; sequences hand on their states together. */
function portOf({ sample }: Layer, port: number): string {
  if (sample.gives.length < 2) return "";
  const last = sample.copies[0]?.at(-1);
  const isSequence = last?.kind === "leaf" && !functions.has(last.word) && sample.gives.length === 3;
  return isSequence && port > 0 ? `[1][${port - 1}]` : `[${port}]`;
}
