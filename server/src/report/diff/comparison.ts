import { type Message, render, say } from "../../core/message";
import type { Voice } from "../../core/voice";
import type { Difference } from "./compare";

/** One of the two that are compared. */
export interface Side {
  /** As it is shown: relative to the current folder. */
  readonly file: string;
  readonly rows: number;
  /** Of a model. */
  readonly format?: string;
  readonly scale?: string;
  /** It is one of several models of a program, and no size of one. */
  readonly isProgram?: true;
  /** Of a log: the line where its table begins, and how many tables there are. */
  readonly line?: number;
  readonly tables?: number;
}

/** Weights of the old model that the new one takes over as they are. */
export interface Kept {
  readonly parameters: number;
  readonly of: number;
  /** Those of the new model that are not there, or have another shape. */
  readonly others: readonly { readonly name: string; readonly old: string | null; readonly new: string }[];
}

/** Everything a report of two models says. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly difference: Difference;
  /** Sentences about what was compared, and what was not. */
  readonly notes: readonly Message[];
}

/** `yolov8.yaml, scale n`; `train.log, line 12`. */
export function nameOf({ file, scale, isProgram, line }: Side, voice: Voice): string {
  if (scale !== undefined && isProgram) return `${file}, ${scale}`;
  if (scale !== undefined) return render(say`${file}, scale ${scale}`, voice);
  return line === undefined ? file : render(say`${file}, line ${line}`, voice);
}

/** How a report is told. */
export interface HowTold {
  readonly color?: boolean;
  readonly voice: Voice;
}
