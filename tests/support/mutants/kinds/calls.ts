import { calleeOf } from "../parts";
import { called, type Kinds, put, renamed, swapped, without } from "./kind";

const made = /^[A-Z]/;

/** Mistakes in what is called, and with what. */
export const calls: Kinds = {
  "swap arguments": (program) =>
    program.calls.flatMap(({ args }) => {
      const plain = args.filter(({ star, name }) => !star && name === undefined);
      return plain.slice(1, 3).map((one, at) => swapped(plain[at]!, one, program));
    }),
  "drop argument": ({ calls }) => calls.flatMap(({ args }) => args.slice(0, 4).map((_, at) => [without(args, at)])),
  "add argument": ({ calls }) =>
    calls
      .filter((call) => made.test(calleeOf(call)) && !/^Sequential$/.test(calleeOf(call)))
      .map(({ to, args }) => [put({ from: to - 1, to: to - 1 }, args.length ? ", 3" : "3")]),
  "rename argument": ({ calls }) =>
    calls.flatMap(({ args }) => args.flatMap(({ nameSpan, name }) => (nameSpan ? [[put(nameSpan, `${name}s`)]] : []))),
  "misspelt call": renamed(/^[a-zA-Z]\w{3,}$/, (name) => name.slice(0, -1)),
  "wrong name": ({ functions, calls, source }) =>
    functions.flatMap(({ params, from, to }) => {
      const names = params.map(({ name }) => name);
      const inside = calls.filter((call) => call.from > from && call.to < to);
      return inside.flatMap(({ args }) =>
        args.flatMap(({ value, name }) => {
          const other = value.kind === "name" && names.find((one) => one !== value.id && one !== "self");
          return other && name === undefined && names.includes(source(value)) ? [[put(value, other)]] : [];
        }),
      );
    }),
  "drop super": (program) => called(/^__init__$/, program).map((call) => [put(call, "pass")]),
};
