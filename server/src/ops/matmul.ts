import { image } from "../core/batch";
import { compare, type Dim, type Shape } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { op } from "../core/op";
import { aligned, broadcast, broadcasts, clashOf, surest } from "./families/broadcasting";

type Operand = { readonly rest: Shape; readonly F: Dim };
const whole = ({ rest, F }: Operand): Shape => [...rest, F];

/** The axis of the second that is summed over: the last but one, or the only one. */
const summed = (b: Shape): Dim => b.at(b.length > 1 ? -2 : -1)!;

export const matmul = op({
  name: "MatMul",
  summary: "Multiplies matrices, which the last two axes of both inputs are; the axes in front pair them up.",
  formula:
    "[…, n, m] · […, m, p] = […, n, p]; a vector is a matrix of one row, or of one column, that is dropped again",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.matmul.html",
  traits: ["join"],
  inputs: { a: "... F", b: "... F" },
  outputs: { y: "*" },
  constraints: {
    ...broadcasts,
    "summed-sizes-agree": "Rows of the first must be as long as columns of the second.",
  },
  infer(inputs, _, must) {
    const [a, b] = [whole(inputs.a), whole(inputs.b)];
    const [row, column] = [inputs.a.F, summed(b)];
    const fit = compare(row, column);
    const message = say`${image(a)} cannot be multiplied by ${image(b)}: rows of ${row} values meet columns of ${column}${turned(a, b)}`;
    must("summed-sizes-agree", fit, { input: "b" }, message);
    const [these, those] = aligned([a.slice(0, -2), b.slice(0, -2)], false) as [Shape, Shape];
    const axis = clashOf(these, those);
    if (axis >= 0 && fit !== "no") {
      const message = say`the matrices of ${image(a)} and ${image(b)} cannot be paired: ${these[axis]!} and ${those[axis]!} differ, and neither is 1`;
      must("shapes-broadcast", "no", { input: "b" }, message);
    }
    return { y: [...broadcast(these, those), ...a.slice(-2, -1), ...(b.length > 1 ? b.slice(-1) : [])] };
  },
  macs({ a, b }, _, { y }) {
    const sum = surest(a.F, summed(whole(b)));
    // Of a vector and a matrix the sum runs over the batch itself.
    if (a.rest.length === 0 && b.rest.length < 2) return [...y, 1];
    return [...y.slice(1), sum];
  },
  reach: () => "everything",
});

/** What most often is forgotten: to lay the second on its side. */
function turned(a: Shape, b: Shape): Message {
  const fits =
    a.length === b.length &&
    b.length > 1 &&
    compare(a.at(-1)!, b.at(-1)!) === "yes" &&
    clashOf(a.slice(0, -2), b.slice(0, -2)) < 0;
  return fits ? say`; with its last two axes exchanged, the second would fit` : empty;
}
