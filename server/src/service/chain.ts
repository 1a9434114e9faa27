import type { Needs } from "../analysis/needs";
import type { Model } from "../core/analysis";
import { type Added, addedUp, type Body, joined } from "./body";
import { Layers, nameOf } from "./layers";
import { isSilent, type Last, type Stretch, saysNothing, together } from "./stretch";

/** The figures of a model of which nothing is to be said. */
export interface Silent {
  readonly parameters: number;
  readonly macs: number;
  readonly output: readonly number[];
}

/** The bodies that begin with one size, by the texts of their layers. */
type Begun = Map<string, Body>;

/** Together they hold some megabytes; a process that runs for days forgets and begins again. */
const mostKept = 50_000;
/** Of a longer model, or a body or a text that is, the usual way is right. */
const mostLayers = 1000;
const mostBetween = 16;
const longestText = 2000;

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
  readonly #begun = new Map<string, Begun>();
  readonly #layers: Layers;
  #size = 0;
  #credit = mostSpent;
  #models = 0;
  #left = 0;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#layers = new Layers(needs);
  }

  /** Nothing where the model is no chain, where something may be to be said of it, or where too much of it is new. */
  silent(model: object): Silent | undefined {
    const { framework, input, layers } = model as { readonly [key: string]: unknown };
    for (const key in model) if (key !== "framework" && key !== "input" && key !== "layers") return undefined;
    if (!Array.isArray(layers) || !layers.length || layers.length > mostLayers || !isImage(input)) return undefined;
    if (framework !== undefined && typeof framework !== "string") return undefined;
    this.#prepare();
    const found = this.#walk(framework, input, layers);
    if (found) this.#credit = Math.min(this.#credit + gain, mostSpent);
    return found;
  }

  #prepare(): void {
    if (this.#size > mostKept) {
      this.#begun.clear();
      this.#layers.forget();
      this.#size = 0;
    }
    this.#left = this.#credit > 0 || ++this.#models % pause === 0 ? mostPerModel : 0;
  }

  #walk(framework: unknown, input: readonly number[], layers: readonly unknown[]): Silent | undefined {
    const filters = this.#layers.filtersOf(framework);
    const bodies: Body[] = [];
    let begun = this.#begunBy(framework, input, true);
    let begin = 0;
    let name = nameOf(layers[0]);
    for (let end = 1; end <= layers.length; end++) {
      if (name === undefined) return undefined;
      if (end < layers.length) {
        name = nameOf(layers[end]);
        // Of one that has not been met yet that is found out, and the next model is divided better.
        if (name !== undefined && filters.get(name) === false) continue;
      }
      const before = bodies.at(-1);
      const all = layers.slice(begin, end);
      const text = JSON.stringify(all);
      const isStart = begin === 0;
      const body =
        begun.get(text) ?? this.#add(begun, text, { framework, layers: all, input: before?.output ?? input, isStart });
      if (!body || (before && !this.#isSilent(before, body))) return undefined;
      bodies.push(body);
      begun = body.next;
      begin = end;
    }
    return this.#isSilent(bodies.at(-1)!) ? this.#together(bodies) : undefined;
  }

  /** What all bodies come to, if nothing is said of them by lints that have to see all of a model either. */
  #together(bodies: readonly Body[]): Silent | undefined {
    const added = addedUp(bodies);
    if (!this.#isSilentWhole(bodies, added)) return undefined;
    const { parameters, macs } = added;
    return { parameters, macs, output: bodies.at(-1)!.output };
  }

  #isSilentWhole(bodies: readonly Body[], added: Added): boolean {
    let model: Model | undefined;
    const keep = (): void => {
      this.#size++;
    };
    const all = (): Model =>
      together(
        bodies.flatMap(({ lasts }) => lasts),
        keep,
      );
    for (const lint of this.#needs.concerned(added.met, bodies[0]!.lasts[0]!.graph, () => added))
      if (!lint.rule.near && !saysNothing(lint, (model ??= all()))) return false;
    return true;
  }

  /** Whether nothing is to be said of a body, with the layer that ends it where there is one. */
  #isSilent(body: Body, next?: Body): boolean {
    const { silent, layers, lasts, isStart } = body;
    const known = silent.get(next?.head ?? "");
    if (known !== undefined) return known;
    // Where a layer with filters ends a model, it has been asked of as what ends the body before.
    if (!next && !isStart && lasts.length === 1) return true;
    if (!this.#spend(cost.stretch)) return false;
    const found = isSilent(next ? { ...body, layers: [...layers, next.layers[0]] } : body, this.#needs);
    silent.set(next?.head ?? "", found);
    this.#size++;
    return found;
  }

  /** One body more, if all of its layers are known or there is time to look at them. */
  #add(begun: Begun, text: string, stretch: Stretch): Body | undefined {
    const { framework, layers, isStart } = stretch;
    // A formula may speak of any other layer.
    if (layers.length > mostBetween || text.length > longestText || text.includes("$")) return undefined;
    const lasts: Last[] = [];
    for (const layer of layers) {
      const first = !lasts.length;
      const input = lasts.at(-1)?.output ?? stretch.input;
      const alone = { framework, input, isStart: isStart && first, layers: [layer] };
      const last = this.#layers.lastOf(alone, () => this.#spend(cost.layer));
      if (!last || (first && !isStart && !last.isFilter)) return undefined;
      lasts.push(last);
    }
    const next = this.#begunBy(framework, lasts.at(-1)!.output, false);
    const body = joined(stretch, lasts, JSON.stringify(layers[0]), next);
    begun.set(text, body);
    this.#size++;
    return body;
  }

  /** The bodies that read such a size, at the start of a model or inside of it. */
  #begunBy(framework: unknown, input: readonly number[], isStart: boolean): Begun {
    const key = `${framework ?? ""} ${isStart} ${input}`;
    let begun = this.#begun.get(key);
    if (!begun) {
      this.#begun.set(key, (begun = new Map()));
      this.#size++;
    }
    return begun;
  }

  #spend(much: number): boolean {
    if (this.#left < much) return false;
    this.#left -= much;
    this.#size++;
    this.#credit = Math.max(this.#credit - much, 0);
    return true;
  }
}

const isImage = (input: unknown): input is readonly number[] =>
  Array.isArray(input) &&
  input.length > 0 &&
  input.every(Number.isSafeInteger) &&
  // Of such a one other layers than the first decide whether it is a batch.
  !(input.length === 4 && input[0] === 1);
