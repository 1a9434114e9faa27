import type { Call } from "./calls";
import type { Form, Layer, Source } from "./forms";

/** One call of the program: a layer, or one of several that a layer takes. */
export interface Step {
  readonly layer: Layer;
  /** Which of the calls of its layer. */
  readonly at: number;
  readonly call: Call | undefined;
  readonly reads: readonly (Source | Step)[];
  /** A module that is made first and called then; else a function. */
  readonly isModule: boolean;
  /** One tensor in and one out, so that it may stand in a row of such. */
  readonly isPlain: boolean;
  readonly isLast: boolean;
}

/** Steps that are made as one thing: a chain of modules, or a step alone. */
export interface Run {
  readonly steps: readonly Step[];
  readonly condition?: string;
  readonly training: boolean;
}

export const lastOf = ({ steps }: Run): Step => steps.at(-1)!;

export function stepsOf({ layers }: Form, isModule: (call: Call) => boolean): readonly Step[] {
  return layers.flatMap((layer): Step[] => {
    const { sample } = layer;
    if (sample.parameter)
      return [{ layer, at: 0, call: undefined, reads: [], isModule: false, isPlain: false, isLast: true }];
    const calls = sample.copies[0]!;
    const made: Step[] = [];
    calls.forEach((call, at) => {
      const reads = at ? [made[at - 1]!] : layer.reads;
      const one = isModule(call);
      const isPlain =
        one && reads.length === 1 && (at < calls.length - 1 || sample.gives.length === 1) && gives(call) === 1;
      made.push({ layer, at, call, reads, isModule: one, isPlain, isLast: at === calls.length - 1 });
    });
    return made;
  });
}

const gives = (call: Call): number => (call.kind === "leaf" ? call.outputs.length : call.body.results.length);

export const isStep = (read: Source | Step): read is Step => "isPlain" in read;

/** Chains as long as they can be; what others read or share, and what has a name of its own, ends one. */
export function runsOf(steps: readonly Step[], conditionOf: (layer: Layer) => string | undefined): readonly Run[] {
  const owners = new Set(steps.flatMap(({ layer }) => layer.sample.shares ?? []));
  const isAlone = ({ layer, isPlain }: Step): boolean =>
    !isPlain || layer.sample.shares !== undefined || owners.has(layer.id);
  const isNamed = ({ layer }: Step): boolean => layer.sample.name !== undefined;
  const follows = (step: Step, before: Step): boolean => {
    const [read] = step.reads;
    if (read === undefined) return false;
    if (isStep(read)) return read === before;
    return "layer" in read && read.layer === before.layer && before.isLast && before.layer.readers.length === 1;
  };
  const runs: (Run & { steps: Step[] })[] = [];
  /** A name that nobody reads by, in the middle of a chain. */
  const isTold = (step: Step, next: Step | undefined): boolean =>
    isNamed(step) && next?.isPlain === true && next.layer !== step.layer && follows(next, lastIn(step, steps));
  steps.forEach((step, i) => {
    const next = steps.slice(i).find(({ layer }) => layer !== step.layer);
    const condition = conditionOf(step.layer);
    const last = runs.at(-1);
    const before = last?.steps.at(-1);
    const { training } = step.layer.sample;
    const fits =
      last !== undefined &&
      before !== undefined &&
      last.condition === condition &&
      last.training === training &&
      before.layer.sample.part === step.layer.sample.part &&
      !isAlone(step) &&
      !isAlone(before) &&
      follows(step, before) &&
      !(isNamed(before) && before.isLast) &&
      !(step.at === 0 && isTold(step, next));
    if (fits) last.steps.push(step);
    else runs.push({ steps: [step], training, ...(condition !== undefined && { condition }) });
  });
  return runs;
}

const lastIn = (step: Step, steps: readonly Step[]): Step =>
  steps.find(({ layer, isLast }) => layer === step.layer && isLast)!;
