import type { Last, Stretch } from "./stretch";

/** What a layer adds to a model, or several do together. */
export type Added = Pick<Last, "parameters" | "macs" | "met" | "totals">;

/** The layers from one with filters up to the next one, or from the start of a model, and all that is known of them. */
export interface Body extends Stretch, Added {
  /** What each layer adds, in order. */
  readonly lasts: readonly Last[];
  /** What it gives for one image. */
  readonly output: readonly number[];
  /** Those that go on with what it gives, by the texts of their layers. */
  readonly next: Map<string, Body>;
  /** The text of the first layer. */
  readonly head: string;
  /** Whether nothing is to be said of it where a layer of such a text follows, or none does; as far as somebody asked. */
  readonly silent: Map<string, boolean>;
}

/** Layers that have been looked at one by one, as one body. */
export function joined(stretch: Stretch, lasts: readonly Last[], head: string, next: Body["next"]): Body {
  const { output } = lasts.at(-1)!;
  return { ...stretch, ...addedUp(lasts), lasts, output, next, head, silent: new Map() };
}

/** All of some, of which there is one at least. */
export function addedUp(all: readonly Added[]): Added {
  const met = [...all[0]!.met];
  const totals = all[0]!.totals.map(() => 0);
  let [parameters, macs] = [0, 0];
  for (const one of all) {
    parameters += one.parameters;
    macs += one.macs;
    for (let i = 0; i < met.length; i++) met[i]! |= one.met[i]!;
    for (let i = 0; i < totals.length; i++) totals[i]! += one.totals[i]!;
  }
  return { parameters, macs, met, totals };
}
