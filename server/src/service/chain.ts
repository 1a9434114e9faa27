import type { Met, Needs } from "../analysis/needs";
import type { Model } from "../core/analysis";
import { isSilent, type Last, lastOf, saysNothing, together } from "./stretch";

/** The figures of a model of which nothing is to be said. */
export interface Silent {
  readonly parameters: number;
  readonly macs: number;
  readonly output: readonly number[];
}

/** A stretch of layers, and by the text of one more layer those that go on with it. */
interface Link {
  readonly framework: unknown;
  readonly input: readonly number[];
  readonly isStart: boolean;
  readonly layers: readonly unknown[];
  readonly next: Map<string, Link>;
  /** What its last layer adds; absent where it has none yet. */
  readonly last?: Last;
  /** Whether nothing is to be said of it; absent where nobody has asked yet. */
  isSilent?: boolean;
  /** Where the next stretch begins, which is with the layer that ends this one. */
  begin?: Link;
}

/** Together they hold some megabytes; a process that runs for days forgets and begins again. */
const mostKept = 50_000;
/** Of a longer model, or a stretch or a text that is, the usual way is right. */
const mostLayers = 1000;
const mostBetween = 16;
const longestText = 1000;

/** What it costs to look at a layer or at a stretch; where nearly all of a model is new the usual way is the shorter one. */
const cost = { layer: 1, stretch: 3 };
const mostPerModel = 12;
/** What a search may spend before anything comes of it, and what one model gives back that was known. */
const mostSpent = 5000;
const gain = 4;
/** Where nothing comes of it, so many models are not looked at for one that is. */
const pause = 32;

/**
 * Models that come by the million are mostly made of the same layers in another order. What is to be said of a chain
 * of layers hangs on what stands near each of them, so each stretch from one layer with filters to the next is looked
 * at once, in the usual way, and remembered by the texts of its layers and the size that it reads. A model all of whose
 * stretches are known, with nothing to be said of any of them, need not be read and analysed itself. All others go the
 * usual way: this one knows only that nothing is to be said, and says so or does not know.
 */
export class Chains {
  readonly #needs: Needs;
  readonly #begun = new Map<string, Link>();
  readonly #layers = new Map<string, Last | null>();
  #size = 0;
  #credit = mostSpent;
  #models = 0;
  #left = 0;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Nothing where the model is no chain, where something may be to be said of it, or where too much of it is new. */
  silent(model: object): Silent | undefined {
    const { framework, input, layers } = model as { readonly [key: string]: unknown };
    for (const key in model) if (key !== "framework" && key !== "input" && key !== "layers") return undefined;
    if (!Array.isArray(layers) || !layers.length || layers.length > mostLayers || !isImage(input)) return undefined;
    if (framework !== undefined && typeof framework !== "string") return undefined;
    this.#prepare();
    const found = this.#walk(this.#from(framework, input, true), layers);
    if (found) this.#credit = Math.min(this.#credit + gain, mostSpent);
    return found;
  }

  #prepare(): void {
    if (this.#size > mostKept) {
      this.#begun.clear();
      this.#layers.clear();
      this.#size = 0;
    }
    this.#left = this.#credit > 0 || ++this.#models % pause === 0 ? mostPerModel : 0;
  }

  #walk(start: Link, layers: readonly unknown[]): Silent | undefined {
    let link = start;
    const met = [...this.#needs.none];
    const all: Last[] = [];
    let [trainable, frozen, state, macs] = [0, 0, 0, 0];
    for (const layer of layers) {
      const text = textOf(layer);
      const next = text === undefined ? undefined : (link.next.get(text) ?? this.#add(link, text, layer));
      if (!next) return undefined;
      const last = next.last!;
      trainable += last.trainable;
      frozen += last.frozen;
      state += last.state;
      macs += last.macs;
      for (let i = 0; i < met.length; i++) met[i]! |= last.met[i]!;
      all.push(last);
      if (last.isFilter && !this.#isSilent(next)) return undefined;
      const begin = last.isFilter ? (next.begin ?? this.#begin(link, text!, layer)) : next;
      if (!begin) return undefined;
      if (last.isFilter) next.begin = begin;
      link = begin;
    }
    // What a layer with filters ends has been asked of already.
    const last = link.last!;
    if (!last.isFilter && !this.#isSilent(link)) return undefined;
    if (!this.#isSilentWhole(met, all)) return undefined;
    return { parameters: trainable + frozen + (last.countsState ? state : 0), macs, output: last.output };
  }

  /** Where a stretch begins that reads such a size. */
  #from(framework: unknown, input: readonly number[], isStart: boolean): Link {
    const key = `${framework ?? ""} ${isStart} ${input}`;
    let link = this.#begun.get(key);
    if (!link) {
      link = { framework, input, isStart, layers: [], next: new Map() };
      this.#begun.set(key, link);
      this.#size++;
    }
    return link;
  }

  /** One layer more, if it is known or there is time to look at it. */
  #add(link: Link, text: string, layer: unknown): Link | undefined {
    const { framework, layers, last: before } = link;
    if (layers.length > mostBetween) return undefined;
    const isStart = link.isStart && !before;
    const input = before?.output ?? link.input;
    const key = `${framework ?? ""} ${isStart} ${input} ${text}`;
    let last = this.#layers.get(key);
    if (last === undefined) {
      if (!this.#spend(cost.layer)) return undefined;
      last = lastOf({ framework, input, isStart, layers: [layer] }, this.#needs) ?? null;
      this.#layers.set(key, last);
      this.#size++;
    }
    if (!last) return undefined;
    const { input: read, isStart: starts } = link;
    const next: Link = { framework, input: read, isStart: starts, layers: [...layers, layer], next: new Map(), last };
    link.next.set(text, next);
    this.#size++;
    return next;
  }

  #isSilent(link: Link): boolean {
    if (link.isSilent === undefined && this.#spend(cost.stretch)) link.isSilent = isSilent(link, this.#needs);
    return link.isSilent === true;
  }

  /** What a lint that has to see all of a model says of it hangs on more than its stretches. */
  #isSilentWhole(met: Met, all: readonly Last[]): boolean {
    let model: Model | undefined;
    const keep = (): void => {
      this.#size++;
    };
    for (const lint of this.#needs.concerned(met, all[0]!.graph))
      if (!lint.rule.near && !saysNothing(lint, (model ??= together(all, keep)))) return false;
    return true;
  }

  #spend(much: number): boolean {
    if (this.#left < much) return false;
    this.#left -= much;
    this.#credit = Math.max(this.#credit - much, 0);
    return true;
  }

  /** The layer that ends a stretch begins the next one, which reads what the layer before it gives. */
  #begin({ framework, input, last }: Link, text: string, layer: unknown): Link | undefined {
    const from = this.#from(framework, last?.output ?? input, false);
    return from.next.get(text) ?? this.#add(from, text, layer);
  }
}

const isImage = (input: unknown): input is readonly number[] =>
  Array.isArray(input) &&
  input.length > 0 &&
  input.every(Number.isSafeInteger) &&
  // Of such a one other layers than the first decide whether it is a batch.
  !(input.length === 4 && input[0] === 1);

/** An operator alone, or with arguments and nothing beside them; a formula may speak of any other layer. */
function textOf(layer: unknown): string | undefined {
  if (typeof layer === "object" && layer !== null) {
    let keys = 0;
    for (const _ in layer) if (++keys > 1) return undefined;
  } else if (typeof layer !== "string") return undefined;
  const text = JSON.stringify(layer);
  return text.length > longestText || text.includes("$") ? undefined : text;
}
