import type { Reading } from "../core/graph";
import { say } from "../core/message";
import { problem } from "../core/problem";
import type { Document } from "../tree/document";
import { entryOf } from "../tree/tree";

/** Of the sizes of a model those that are asked for. Where it has none of them all are looked at, and that is told. */
export function atScales(reading: Reading, { root }: Document, asked: readonly string[] | undefined): Reading {
  const ids = reading.models.flatMap(({ id }) => id ?? []);
  if (!asked || !ids.length) return reading;
  const models = reading.models.filter(({ id }) => id !== undefined && asked.includes(id));
  if (models.length) return { ...reading, models };
  const span = entryOf(root, "scales")?.keySpan ?? { from: 0, to: 0 };
  const message = say`the configuration asks for ${asked.join(", ")}, and this model has ${ids.join(", ")}: all of them are looked at`;
  return { ...reading, problems: [...reading.problems, problem("no-such-scale", span, message)] };
}
