import { types } from "../builtins/types";
import { classOf } from "../run/classes";
import { type Class, firstOf, isKind, native, type Obj, type Run, tuple, unknown, type Value } from "../values";

const namespaceClass = classOf("Namespace", [], { open: true });

/** What the program does where nobody gives it arguments: their defaults are the values. */
function parser(): Class {
  return classOf("ArgumentParser", [], {
    make(given, _, cls) {
      const made: Obj = { kind: "object", class: cls, attributes: new Map(), open: true, made: given };
      const values = new Map<string, Value>();
      const bind = (name: string, call: Parameters<typeof native>[1]): void => {
        made.attributes.set(name, native(name, call));
      };
      bind("add_argument", ({ positional, named }, run) => {
        const flags = positional.map(({ value }) => value).filter((value) => typeof value === "string");
        const flag = flags.find((one) => one.startsWith("--")) ?? flags[0];
        if (flag === undefined) return unknown;
        const asked = named.get("dest")?.value;
        const name = typeof asked === "string" ? asked : flag.replace(/^-+/, "").replaceAll("-", "_");
        values.set(
          name,
          standardOf(flag, (word) => named.get(word)?.value, run),
        );
        return unknown;
      });
      bind("add_argument_group", () => made);
      bind("set_defaults", ({ named }) => {
        for (const [name, { value }] of named) values.set(name, value);
        return null;
      });
      const parsed = (): Obj => ({
        kind: "object",
        class: namespaceClass,
        attributes: new Map(values),
        open: true,
        made: given,
      });
      bind("parse_args", parsed);
      bind("parse_known_args", () => tuple([parsed(), unknown]));
      return made;
    },
  });
}

function standardOf(flag: string, word: (name: string) => Value | undefined, run: Run): Value {
  const action = word("action");
  if (action === "store_true" || action === "store_false") return firstOf(word("default"), action === "store_false")!;
  const standard = word("default");
  if (standard === undefined) return flag.startsWith("-") && word("required") !== true ? null : unknown;
  const type = word("type");
  const read = typeof standard === "string" && type !== undefined && isKind(type, "class");
  return read && [...types.values()].includes(type)
    ? run.call(type, { ...nothing, positional: [{ value: standard, span: nothing.span }] })
    : standard;
}

const nothing = { named: new Map(), open: false, span: { from: 0, to: 0 }, callee: { from: 0, to: 0 } };

export const argparse: readonly (readonly [string, Value])[] = [["ArgumentParser", parser()]];
