import type { Met } from "../analysis/needs";
import type { Last, Stretch } from "./stretch";

/** The layers from one with filters up to the next one, or from the start of a model, and all that is known of them. */
export interface Body extends Stretch {
  /** What each layer adds, in order. */
  readonly lasts: readonly Last[];
  /** What all of them add. */
  readonly parameters: number;
  readonly macs: number;
  readonly met: Met;
  readonly totals: readonly number[];
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
  const met = [...lasts[0]!.met];
  const totals = lasts[0]!.totals.map(() => 0);
  let [parameters, macs] = [0, 0];
  for (const last of lasts) {
    parameters += last.parameters;
    macs += last.macs;
    for (let i = 0; i < met.length; i++) met[i]! |= last.met[i]!;
    for (let i = 0; i < totals.length; i++) totals[i]! += last.totals[i]!;
  }
  const { output } = lasts.at(-1)!;
  return { ...stretch, lasts, parameters, macs, met, totals, output, next, head, silent: new Map() };
}
