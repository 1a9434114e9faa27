import { inSigns } from "./formula-signs";
import { escaped } from "./html";

/** Longer ones are no formulas that anybody reads. */
const longest = 400;

/** What stands in a row: `inner` is a group without its brackets, as it stands above and below a line. */
interface Item {
  readonly html: string;
  readonly kind: "operand" | "operator" | "space";
  readonly inner?: string;
}

const token =
  /\s+|\d+(?:,\d{3})*(?:\.\d+)?|\p{L}[\p{L}\d]+(?:_\p{L}[\p{L}\d]+)+|\p{L}[\p{L}\d']*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ]+|[₀-₉]+|[\s\S]/gu;
const closes: { readonly [open: string]: string } = { "(": ")", "[": "]", "⌊": "⌋", "⌈": "⌉", "{": "}" };
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ";
const raisedAs = "0123456789+−nT";

/** A formula as MathML, which editors and browsers draw by themselves; nothing for one that is too long to be one. */
export function mathMl(formula: string): string | undefined {
  if (formula.length > longest) return undefined;
  const words = inSigns(formula).match(token) ?? [];
  let at = 0;

  function row(end?: string): string {
    const items: Item[] = [];
    while (at < words.length && words[at] !== end) {
      const word = words[at]!;
      const last = items.at(-1);
      if (/^\s/.test(word)) {
        at++;
        items.push({ html: "", kind: "space" });
      } else if (word === "/" && operandIn(items)) {
        at++;
        skipBlanks();
        const top = popped(items);
        const bottom = factor();
        items.push({ html: `<mfrac>${top.inner ?? top.html}${bottom.inner ?? bottom.html}</mfrac>`, kind: "operand" });
      } else {
        const next = factor();
        const isOne = last?.kind === "operand" && next.kind === "operand";
        items.push(isOne ? { html: `<mrow>${popped(items).html}${next.html}</mrow>`, kind: "operand" } : next);
      }
    }
    return `<mrow>${items.map(spaced).join("")}</mrow>`;
  }

  /** An operand with what is raised and lowered at it, or one sign. */
  function factor(): Item {
    let base = primary();
    for (; at < words.length; ) {
      const word = words[at]!;
      if (word === "^" || word === "_") {
        at++;
        const script = primary();
        base = scripted(word === "^" ? "msup" : "msub", base, script.inner ?? script.html);
      } else if (raised.includes(word[0]!)) {
        at++;
        base = scripted("msup", base, figure([...word].map((sign) => raisedAs[raised.indexOf(sign)]).join("")));
      } else if (/^[₀-₉]/.test(word)) {
        at++;
        base = scripted("msub", base, figure([...word].map((sign) => sign.charCodeAt(0) - 0x2080).join("")));
      } else break;
    }
    return base;
  }

  function primary(): Item {
    const word = words[at++];
    if (word === undefined) return { html: "<mrow></mrow>", kind: "operand" };
    if (/^\d/.test(word)) return { html: figure(word), kind: "operand" };
    if (/^\p{L}/u.test(word)) return { html: `<mi>${escaped(word)}</mi>`, kind: "operand" };
    if (word === "√") {
      skipBlanks();
      const under = factor();
      return { html: `<msqrt>${under.inner ?? under.html}</msqrt>`, kind: "operand" };
    }
    const end = closes[word];
    if (end === undefined) return { html: sign(word === "-" ? "−" : word), kind: "operator" };
    const inner = row(end);
    const isClosed = words[at] === end;
    at++;
    if (word === "{") return { html: inner, kind: "operand", inner };
    const html = `<mrow>${sign(word)}${inner}${isClosed ? sign(end) : ""}</mrow>`;
    return { html, kind: "operand", ...(word === "(" && isClosed && { inner }) };
  }

  const skipBlanks = (): void => {
    while (/^\s/.test(words[at] ?? "")) at++;
  };

  const rows: string[] = [];
  while (at < words.length) rows.push(row());
  return `<math displaystyle="true">${rows.join("")}</math>`;
}

const figure = (text: string): string => `<mn>${escaped(text)}</mn>`;
const sign = (text: string): string => `<mo>${escaped(text)}</mo>`;

const scripted = (tag: "msup" | "msub", base: Item, script: string): Item => ({
  html: `<${tag}>${base.html}${script}</${tag}>`,
  kind: "operand",
});

/** Whether the last thing in a row, but for blanks, can stand above a line. */
const operandIn = (items: readonly Item[]): boolean =>
  items.findLast(({ kind }) => kind !== "space")?.kind === "operand";

function popped(items: Item[]): Item {
  while (items.at(-1)?.kind === "space") items.pop();
  return items.pop()!;
}

/** A blank is seen only between two operands: around signs the space comes by itself. */
const spaced = ({ html, kind }: Item, i: number, all: readonly Item[]): string => {
  if (kind !== "space") return html;
  return all[i - 1]?.kind === "operand" && all[i + 1]?.kind === "operand" ? '<mspace width="0.3em"/>' : "";
};
