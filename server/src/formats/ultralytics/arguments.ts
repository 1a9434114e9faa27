import type { Arg } from "../../core/graph";
import { say } from "../../core/message";
import { literal, type Value } from "../../core/value";
import type { Spelling } from "../../core/vocabulary";
import { type Dialect, type Handed, names } from "./dialect";
import type { ModelFile, Row } from "./file";
import { pythonLiteral } from "./scalar";
import { variableOf } from "./variables";

/** Written arguments under the names of their positions; words of the file and of Python replaced by what they stand for. */
export const argsOf = (
  row: Row,
  spelling: Spelling | undefined,
  settings: ReadonlyMap<string, Value>,
  dialect: Dialect,
): readonly Arg[] =>
  row.args.map((value, i) => {
    const name = spelling?.order[i];
    return { ...(name !== undefined && { name }), value: meaning(value, settings, dialect) };
  });

/** Keys of the file that rows write by their name, whatever the version. */
export const keyWords: readonly string[] = ["nc", "kpt_shape"];

/** The keys of a file that some parser keeps under their own names; any other word stays a text. */
const kept = names("nc kpt_shape anchors reg_max end2end");

/** Whether a key says how many classes there are. */
export const isCount = (nc: Value): boolean => nc.kind === "number" && Number.isInteger(nc.value) && nc.value >= 1;

function meaning(value: Value, settings: ReadonlyMap<string, Value>, dialect: Dialect): Value {
  if (value.kind !== "text") return value;
  const { span } = value;
  if (variableOf(value.value, dialect)) return { kind: "opaque", text: value.value, span };
  const setting = kept.has(value.value) ? settings.get(value.value) : undefined;
  // What is wrong with the key is told there.
  if (setting && value.value === "nc" && !isCount(setting)) return { kind: "opaque", text: "nc", span };
  if (setting) return { ...setting, span, note: say`${value.value} of this file` };
  if (keyWords.includes(value.value)) return { kind: "opaque", text: value.value, span };
  const python = pythonLiteral(value.value);
  return python === undefined ? value : literal(python, span);
}

/** What a module gets from the keys of the file and from what stands above it. */
export const handedTo = (row: Row, { settings, rows }: ModelFile, { handed }: Dialect, layer: number): readonly Arg[] =>
  handed
    .filter(({ to }) => to.has(row.module))
    .flatMap(({ arg, key, behind }: Handed): Arg[] => {
      const setting = key === undefined ? undefined : settings.get(key);
      if (setting) return [{ name: arg, value: setting }];
      const above = behind && rows.findIndex((other, i) => i < layer && behind.modules.has(other.module));
      if (above === undefined || above < 0) return [];
      return [
        {
          name: arg,
          value: {
            kind: "bool",
            value: behind!.value,
            span: row.moduleSpan,
            note: say`row ${above} is a ${rows[above]!.module}`,
          },
        },
      ];
    });
