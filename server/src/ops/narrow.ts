import { image } from "../core/batch";
import { add, type Dim, known } from "../core/dim";
import { type Message, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int, size } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { pieces, reachAlong } from "./families/pieces";

export const narrow = op({
  name: "Narrow",
  summary: "Takes one stretch of an axis.",
  formula: "length positions of axis dim, from start on",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.narrow.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dim: param(int(), { doc: "The axis that is cut, the batch being 0; a negative one counts from the last." }),
    start: param(int(), { doc: "The first position that is taken; a negative one counts from the end." }),
    length: param(size({ min: 0 }), { doc: "How many positions are taken." }),
  },
  constraints: { ...axisExists, "stretch-in-axis": "The stretch must lie within the axis." },
  infer({ x }, { dim, start, length }, must) {
    mustExist(dim, x, { arg: "dim" }, must);
    const axis = axisOf(dim, x);
    if (axis === undefined) return { y: x };
    const whole = x[axis]!;
    const holds = known([whole, length], (whole, length) => start >= -whole && from(start, whole) + length <= whole);
    const at = { arg: start > Number(whole) || start < -Number(whole) ? "start" : "length" } as const;
    must("stretch-in-axis", holds, at, outside(start, length, whole, say`axis ${dim} of ${image(x)}`));
    return { y: pieces(x, axis, [length])[0]! };
  },
  reach: ({ x }, { dim }) => reachAlong(x, dim),
});

const from = (start: number, whole: number): number => (start < 0 ? whole + start : start);

function outside(start: number, length: Dim, whole: Dim, axis: Message): Message {
  const first = from(start, Number(whole));
  if (first < 0 || first > Number(whole))
    return say`${axis} has positions 0 to ${add(whole, -1)}, and none is ${start}`;
  const left = add(whole, -first);
  return say`${axis} is ${whole}: from ${start} on there ${left === 1 ? say`is 1 position` : say`are ${left} positions`}, not ${length}`;
}
