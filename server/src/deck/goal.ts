import { type Message, say } from "../core/message";

/** What a step of a lesson asks of the model. */
export interface Goal {
  /** An operator, under any name, or a block; `output` is what the model gives, `total` all of it. */
  readonly of?: string;
  readonly shape?: readonly number[];
  readonly bounds: readonly Bound[];
}

export interface Bound {
  readonly figure: "params" | "macs";
  /** It may be less. */
  readonly isMost: boolean;
  readonly value: number;
}

/** Words of a goal that name no operator. */
export const wholes = ["output", "total"] as const;

const line =
  /^(?:(?<of>[A-Za-z_][\w.]*)\s*)?(?:(?:=>\s*)?\[(?<shape>\s*\d+(?:\s*,\s*\d+)*\s*)\])?(?<bounds>(?:\s*(?:params|macs)\s*(?:<=|≤|=)\s*\d[\d_,]*)*)$/;

/** The same as JSON schema has it, for one line or several. */
export const goalPattern =
  "^(\\s*([A-Za-z_][\\w.]*)?\\s*((=>)?\\s*\\[[\\d,\\s]+\\])?(\\s*(params|macs)\\s*(<=|≤|=)\\s*\\d[\\d_,]*)*\\s*\\n?)+$";

/** A goal for each line; what is wrong with the first that is none. */
export function readGoals(text: string): readonly Goal[] | Message {
  const goals: Goal[] = [];
  for (const one of text.split(/\r\n|\r|\n/).map((line) => line.trim())) {
    if (one === "") continue;
    const goal = readGoal(one);
    if ("words" in goal) return goal;
    goals.push(goal);
  }
  return goals;
}

function readGoal(text: string): Goal | Message {
  const { of, shape, bounds } = line.exec(text)?.groups ?? {};
  if (bounds === undefined)
    return say`a goal is written ${"Conv2d => [16, 30, 30] params=160"}, ${"output => [10]"} or ${"total params<=60000"}, not ${text}`;
  const read: Goal = {
    ...(of !== undefined && { of }),
    ...(shape !== undefined && { shape: shape.split(",").map(Number) }),
    bounds: [...bounds.matchAll(/(params|macs)\s*(<=|≤|=)\s*(\d[\d_,]*)/g)].map(([, figure, sign, value]) => ({
      figure: figure as Bound["figure"],
      isMost: sign !== "=",
      value: Number(value!.replace(/[_,]/g, "")),
    })),
  };
  if (of === "output" && (!read.shape || read.bounds.length))
    return say`${"output"} has a shape, as in ${"output => [10]"}`;
  if (of === "total" && (read.shape || !read.bounds.length))
    return say`${"total"} is of parameters or MACs, as in ${"total params<=60000"}`;
  return read;
}
