import type { TreeScalar } from "../../tree/tree";

const yes = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const no = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const nothing = /^(?:~|null|Null|NULL)?$/;
const binary = /^[-+]?0b[01_]+$/;
const octal = /^[-+]?0[0-7_]+$/;
const hexadecimal = /^[-+]?0x[\da-fA-F_]+$/;
const sixties = /^[-+]?(?:[1-9][\d_]*(?::[0-5]?\d)+|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/;
/** An exponent needs a point before it and a sign: `1e3` is a text, and so is `08`. */
const decimal = /^(?:[-+]?(?:0|[1-9][\d_]*)|[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?)$/;

/** A plain scalar as PyYAML reads it, which follows an older YAML: `yes` is true, `010` is 8, `1_000` is 1000. */
export function pythonScalar({ plain, value, source }: TreeScalar): unknown {
  if (!plain) return value;
  if (yes.test(source)) return true;
  if (no.test(source)) return false;
  if (nothing.test(source)) return null;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith("-") ? -Infinity : Infinity;
  return numberIn(source) ?? source;
}

function numberIn(source: string): number | undefined {
  const sign = source.startsWith("-") ? -1 : 1;
  const digits = source.replace(/^[-+]/, "").replaceAll("_", "");
  if (binary.test(source)) return sign * Number.parseInt(digits.slice(2), 2);
  if (octal.test(source)) return sign * Number.parseInt(digits, 8);
  if (hexadecimal.test(source)) return sign * Number.parseInt(digits.slice(2), 16);
  if (sixties.test(source)) return sign * digits.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return decimal.test(source) ? sign * Number(digits) : undefined;
}

const digit = String.raw`\d(?:_?\d)*`;
const literal = new RegExp(
  String.raw`^[-+]?(?:0(?:_?0)*|[1-9](?:_?\d)*|0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+` +
    String.raw`|(?:${digit}\.(?:${digit})?|\.${digit})(?:[eE][-+]?${digit})?|${digit}[eE][-+]?${digit})$`,
);

/** What a text is as a literal of Python, which is how a parser reads the texts among arguments. */
export function pythonLiteral(text: string): number | boolean | null | undefined {
  const word = text.trim();
  if (word === "None") return null;
  if (word === "True" || word === "False") return word === "True";
  if (!literal.test(word)) return undefined;
  const number = Number(word.replace(/^[-+]/, "").replaceAll("_", ""));
  return word.startsWith("-") ? -number : number;
}
