import type { ModelSummary } from "../../analysis/summarise";
import { render, say } from "../../core/message";
import { english, type Voice } from "../../core/voice";
import { grouped, shape } from "../numbers";

/** What a model is called, and what is to say of it in a line. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
}

export function headingOf(
  name: string,
  { scale, input, totals }: ModelSummary,
  voice: Voice = english,
  isProgram = false,
): Heading {
  const one = input === null || Array.isArray(input);
  const inputs = one
    ? shape(input as Parameters<typeof shape>[0])
    : Object.entries(input as { readonly [name: string]: Parameters<typeof shape>[0] })
        .map(([name, sizes]) => `${name} ${shape(sizes)}`)
        .join(", ");
  return {
    title: scale === null ? name : isProgram ? `${name}, ${scale}` : render(say`${name}, scale ${scale}`, voice),
    subtitle: render(
      say`input ${inputs} · ${grouped(totals.parameters)} parameters · ${grouped(totals.macs)} MACs`,
      voice,
    ),
  };
}
