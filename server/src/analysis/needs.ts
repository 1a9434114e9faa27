import { countsOf, isComplete, parametersOf, type Step } from "../core/analysis";
import { isIdentical, isKnown, type Shape, unknown } from "../core/dim";
import { partsAlone } from "../core/flow";
import type { Graph } from "../core/graph";
import type { Need, Rule, RuleOptions, Total } from "../core/rule";
import type { Layout } from "../core/vocabulary";

/** A rule that is on, with all its options. */
export interface Active {
  readonly rule: Rule;
  readonly options: RuleOptions[string];
}

/** Which needs are met, a bit for each, thirty in a word. */
export type Met = readonly number[];

/** More bits in a number are no small integer any more, which costs time. */
const perWord = 30;
/** Equal calls share their outcome, but may read other shapes; more than a few are not kept. */
const mostShapes = 4;

/** What the layers of a model add up to. */
export interface Sums {
  /** Of each rule that has a total, in their order. */
  readonly totals: readonly number[];
  /** As the framework counts them; 0 where nobody knows. */
  readonly parameters: number;
}

interface Known {
  readonly reads: readonly (Shape | undefined)[];
  readonly met: Met;
}

/**
 * Most rules have nothing to say of most models, since what they speak of is not in them: a lint of dropouts where
 * nothing is dropped, one of strides that skip pixels where none does. What a layer meets of the needs of the rules
 * hangs on its call alone, so that it is asked once of all equal calls of all models, and a model is gone through only
 * by rules of which all needs are met.
 */
export class Needs {
  readonly #needs: readonly { readonly need: Need; readonly options: RuleOptions[string] }[];
  readonly #rules: readonly { readonly active: Active; readonly mask: Met; readonly total: number }[];
  readonly #totals: readonly Total[];
  readonly #known = new WeakMap<object, Known[]>();
  readonly #same = new Map<string, Met>();
  readonly #all: Met;
  readonly none: Met;

  constructor(active: readonly Active[]) {
    const needs = active.flatMap(({ rule, options }) => (rule.needs ?? []).map((need) => ({ need, options })));
    this.#needs = needs;
    const totals: Total[] = [];
    let next = 0;
    this.#rules = active.map((one) => {
      const bits = (one.rule.needs ?? []).map(() => next++);
      const total = one.rule.total ? totals.push(one.rule.total) - 1 : -1;
      return { active: one, mask: this.#interned(bits), total };
    });
    this.#totals = totals;
    this.#all = this.#interned(needs.map((_, bit) => bit));
    this.none = this.#interned([]);
  }

  /** The rules that may have something to say of a graph whose layers meet so much, and add up to so much. */
  *concerned(met: Met, graph: Graph, sumUp: () => Sums): Iterable<Active> {
    let sums: Sums | undefined;
    for (const { active, mask, total } of this.#rules) {
      const { asks, needs } = active.rule;
      const isMet = (needs || !asks) && mask.every((word, i) => (word & ~met[i]!) === 0);
      if ((isMet && (total < 0 || this.#mayConcern(active, total, (sums ??= sumUp())))) || asks?.(graph)) yield active;
    }
  }

  #mayConcern({ options }: Active, total: number, { totals, parameters }: Sums): boolean {
    return this.#totals[total]!.mayConcern(totals[total]!, parameters, options);
  }

  /** What one step adds to each total. */
  totalsOf(step: Step, graph: Graph): readonly number[] {
    return this.#totals.map((total) => total.of(step, graph));
  }

  /** What all steps add up to. */
  sumsOf(steps: readonly Step[], graph: Graph): Sums {
    const all = isComplete(steps) ? parametersOf(countsOf(steps), graph) : unknown;
    return {
      totals: this.#totals.map((total) => steps.reduce((sum, step) => sum + total.of(step, graph), 0)),
      parameters: typeof all === "number" && isKnown(all) ? all : 0,
    };
  }

  /** What all steps together meet. */
  ofAll(steps: readonly Step[], layout: Layout): Met {
    const all = [...this.none];
    for (const step of steps) {
      const met = this.of(step, steps, layout);
      for (let i = 0; i < all.length; i++) all[i]! |= met[i]!;
    }
    return all;
  }

  /** What one step meets that reads the results of others. */
  of(step: Step, before: readonly Step[], layout: Layout): Met {
    const { spelling, outcome, absent, node } = step;
    if (!spelling || absent) return this.none;
    // Of a call of which nothing is known it may be anything.
    if (!outcome) return this.#all;
    let known = this.#known.get(outcome);
    if (!known) this.#known.set(outcome, (known = []));
    const read = (input: number): Shape | undefined => {
      const { node: id, port } = node.inputs[input]!;
      return id === undefined ? undefined : before[id]?.outcome?.outputs[port];
    };
    for (const one of known) if (isRead(one.reads, node.inputs.length, read)) return one.met;
    const reads = node.inputs.map((_, input) => read(input));
    const parts = partsAlone(step, reads, layout);
    const met = this.#interned(
      this.#needs.flatMap(({ need, options }, bit) => (parts.some((part) => need(part, options)) ? [bit] : [])),
    );
    if (known.length === mostShapes) known.length = 0;
    known.push({ reads, met });
    return met;
  }

  /** There are many calls, and few ways to meet some needs and not others. */
  #interned(bits: readonly number[]): Met {
    const key = bits.join();
    let met = this.#same.get(key);
    if (!met) {
      const words = Array.from({ length: Math.ceil(this.#needs.length / perWord) }, () => 0);
      for (const bit of bits) words[Math.floor(bit / perWord)]! |= 1 << (bit % perWord);
      this.#same.set(key, (met = words));
    }
    return met;
  }
}

function isRead(reads: Known["reads"], count: number, read: (input: number) => Shape | undefined): boolean {
  if (reads.length !== count) return false;
  for (let i = 0; i < count; i++) if (!isIdentical(reads[i], read(i))) return false;
  return true;
}
