import type { ParamType } from "./param";
import { show, type Value } from "./value";

/** Letters behind a number, and what they multiply it by. */
type Units = readonly (readonly [unit: string, times: number])[];

const decimal: Units = [
  ["T", 1e12],
  ["G", 1e9],
  ["B", 1e9],
  ["M", 1e6],
  ["K", 1e3],
];

const bytes: Units = [
  ["TiB", 2 ** 40],
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
  ["KB", 1e3],
  ["B", 1],
];

/** A number above zero, which may be written short: `3.2M`. Without a limit it is infinite. */
function amount(label: string, units: Units): ParamType<number> {
  const letters = units.map(([unit]) => unit);
  const short = new RegExp(`^(\\d+(?:\\.\\d+)?|\\.\\d+) ?(${letters.join("|")})?$`, "i");
  const numberIn = (value: Value): number | undefined => {
    if (value.kind === "number") return value.value;
    const [, digits, unit = ""] =
      value.kind === "text" ? (short.exec(value.value.replace(/(?<=\d)[_,](?=\d{3})/g, "")) ?? []) : [];
    const times = units.find(([one]) => one.toLowerCase() === unit.toLowerCase())?.[1] ?? 1;
    return digits === undefined ? undefined : Math.round(Number(digits) * times);
  };
  return {
    label,
    schema: {
      anyOf: [
        { type: "number", exclusiveMinimum: 0 },
        { type: "string", pattern: schemaPattern(letters) },
      ],
    },
    suggest: [],
    read(value) {
      const number = numberIn(value);
      return number !== undefined && number > 0 && Number.isFinite(number)
        ? { ok: number }
        : { mismatch: { span: value.span, expected: label, found: show(value) } };
    },
    show: (value) => (value === Number.POSITIVE_INFINITY ? "no limit" : shortest(value, units)),
  };
}

/** JSON schema knows no flag for capitals. */
const schemaPattern = (letters: readonly string[]): string => {
  const either = letters.map((unit) =>
    unit.replace(/[A-Za-z]/g, (one) => `[${one.toUpperCase()}${one.toLowerCase()}]`),
  );
  return `^([0-9][0-9_,]*(\\.[0-9]+)?|\\.[0-9]+) ?(${either.join("|")})?$`;
};

/** With the largest unit that leaves a number of few digits. */
function shortest(value: number, units: Units): string {
  for (const [unit, times] of units) {
    const rest = String(value / times);
    if (value >= times && rest.length <= 5) return `${rest}${unit}`;
  }
  return String(value);
}

/** Of parameters or operations. */
export const count = amount("number such as 3.2M or 8G", decimal);
export const size = amount("number of bytes such as 512MiB or 8GB", bytes);
