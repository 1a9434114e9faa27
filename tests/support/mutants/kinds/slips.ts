import type { Kinds } from "./kind";
import { put } from "./kind";

/** Mistakes in single words and signs, as a hand slips. */
export const slips: Kinds = {
  "rename use": ({ names, functions }) =>
    names.flatMap((one) => {
      const around = functions.filter(({ from, to }) => from <= one.from && one.to <= to).at(-1);
      const near = names.filter(
        ({ from, to, id }) => id !== one.id && around && around.from <= from && to <= around.to,
      );
      const [other] = near.sort((a, b) => Math.abs(a.from - one.from) - Math.abs(b.from - one.from));
      return [`${one.id}_`, ...(other ? [other.id] : [])].map((name) => [put(one, name)]);
    }),
  "drop operand": ({ operations, source }) =>
    operations.flatMap((one) => [[put(one, source(one.left))], [put(one, source(one.right))]]),
  "drop call": ({ calls, source }) =>
    calls.flatMap((call) => {
      const [first] = call.args;
      return [source(call.callee), ...(first ? [source(first.value)] : [])].map((text) => [put(call, text)]);
    }),
  "drop brackets": ({ brackets, source }) =>
    brackets.map((one) => [put(one, source({ from: one.from + 1, to: one.to - 1 }))]),
  "drop index": ({ subscripts, source }) => subscripts.map((one) => [put(one, source(one.of))]),
  "drop star": ({ calls }) =>
    calls.flatMap(({ args }) => args.flatMap(({ star, from }) => (star ? [[put({ from, to: from + star }, "")]] : []))),
  "drop owner": ({ attributes, source }) =>
    attributes
      .filter(({ of }) => of.kind === "name" && of.id === "self")
      .map((one) => [put({ from: one.from, to: one.to }, source(one).slice("self.".length))]),
};
