export const width = 88;
const step = "    ";

/** Something with brackets, or text that is never broken. */
export type Doc = string | Bracketed;

export interface Bracketed {
  /** What stands before the items, the bracket included. */
  readonly open: string;
  readonly items: readonly Doc[];
  readonly close: string;
  /** One item a line, however short they are. */
  readonly apart?: true;
  /** Items are the parts of a comprehension, with no commas between them. */
  readonly loop?: true;
}

export const call = (callee: string, items: readonly Doc[], apart = false): Doc =>
  items.length ? { open: `${callee}(`, items, close: ")", ...(apart && { apart: true }) } : `${callee}()`;

export const flat = (doc: Doc): string =>
  typeof doc === "string" ? doc : doc.open + doc.items.map(flat).join(doc.loop ? " " : ", ") + doc.close;

const isApart = (doc: Doc): boolean => typeof doc !== "string" && (doc.apart === true || doc.items.some(isApart));

/** Lines of text before, between and behind which something stands; broken as Black breaks them. */
export function lines(indent: number, before: string, doc: Doc, behind = ""): readonly string[] {
  const margin = step.repeat(indent);
  const whole = `${margin}${before}${flat(doc)}${behind}`;
  if (typeof doc === "string" || (whole.length <= width && !isApart(doc))) return [whole];
  const inside = step.repeat(indent + 1);
  const { open, items, close, loop } = doc;
  const body = `${inside}${items.map(flat).join(loop ? " " : ", ")}`;
  const first = `${margin}${before}${open}`;
  const last = `${margin}${close}${behind}`;
  if (body.length <= width && !isApart(doc)) return [first, body, last];
  return [first, ...items.flatMap((item) => lines(indent + 1, "", item, loop ? "" : ",")), last];
}

export const at = (indent: number, text: string): string => (text === "" ? "" : step.repeat(indent) + text);
