import type { Needs } from "../analysis/needs";
import { type Last, lastOf, type Stretch } from "./stretch";

/** Layers that have been looked at by themselves, by their texts and what they read, and which operators have filters. */
export class Layers {
  readonly #needs: Needs;
  readonly #lasts = new Map<string, Last | null>();
  readonly #filters = new Map<unknown, Map<string, boolean>>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** What a layer adds; nothing where it is not known and may not be looked at, or where it may be wrong. */
  lastOf(alone: Stretch, mayLook: () => boolean): Last | undefined {
    const { framework, input, isStart, layers } = alone;
    const key = `${framework ?? ""} ${isStart} ${input} ${JSON.stringify(layers[0])}`;
    let last = this.#lasts.get(key);
    if (last === undefined) {
      if (!mayLook()) return undefined;
      last = lastOf(alone, this.#needs) ?? null;
      this.#lasts.set(key, last);
      if (last) this.#learn(framework, nameOf(layers[0])!, last.isFilter);
    }
    return last ?? undefined;
  }

  /** By name whether an operator of a framework has filters, as far as it has been met. */
  filtersOf(framework: unknown): Map<string, boolean> {
    let filters = this.#filters.get(framework);
    if (!filters) this.#filters.set(framework, (filters = new Map()));
    return filters;
  }

  forget(): void {
    this.#lasts.clear();
    this.#filters.clear();
  }

  /** An operator that once had no filters of its own divides no models any more. */
  #learn(framework: unknown, name: string, isFilter: boolean): void {
    const filters = this.filtersOf(framework);
    filters.set(name, isFilter && filters.get(name) !== false);
  }
}

/** The operator of a layer that is one alone, or one with arguments and nothing beside them. */
export function nameOf(layer: unknown): string | undefined {
  if (typeof layer === "string") return layer;
  if (typeof layer !== "object" || layer === null) return undefined;
  let name: string | undefined;
  for (const key in layer) {
    if (name !== undefined) return undefined;
    name = key;
  }
  return name;
}
