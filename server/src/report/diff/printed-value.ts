/** An argument as Python prints it. Text that is no literal, such as `SiLU()`, stays as it is. */
export type Printed =
  | number
  | boolean
  | null
  | { readonly text: string }
  | { readonly code: string }
  | readonly Printed[];

/** The list that a text begins with; nothing where none begins or it never ends. */
export function readList(text: string): readonly Printed[] | undefined {
  const reader: Reader = { text, at: 0 };
  const value = text.startsWith("[") ? readValue(reader, 0) : undefined;
  return Array.isArray(value) ? value : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Deeper than any argument; a text of brackets alone must not fill the stack. */
const deepest = 32;

function readValue(reader: Reader, depth: number): Printed | undefined {
  const { text } = reader;
  const open = text[reader.at];
  if (open === "[" || open === "(") return depth < deepest ? readItems(reader, depth) : undefined;
  const quoted = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/.exec(text.slice(reader.at));
  if (quoted) {
    reader.at += quoted[0].length;
    return { text: quoted[1] ?? quoted[2] ?? "" };
  }
  return readWord(reader);
}

/** A list or a tuple; it is the same to a module. */
function readItems(reader: Reader, depth: number): readonly Printed[] | undefined {
  const { text } = reader;
  const items: Printed[] = [];
  reader.at++;
  for (;;) {
    while (/[\s,]/.test(text[reader.at] ?? "")) reader.at++;
    if (text[reader.at] === undefined) return undefined;
    if (text[reader.at] === "]" || text[reader.at] === ")") {
      reader.at++;
      return items;
    }
    const item = readValue(reader, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
  }
}

const words: { readonly [word: string]: boolean | null } = { True: true, False: false, None: null };

/** Up to the comma or bracket that ends it; brackets inside it belong to it. */
function readWord(reader: Reader): Printed | undefined {
  const start = reader.at;
  let open = 0;
  for (; reader.at < reader.text.length; reader.at++) {
    const character = reader.text[reader.at]!;
    if ("([{".includes(character)) open++;
    else if (")]}".includes(character) && open-- === 0) break;
    else if (character === "," && open === 0) break;
  }
  const word = reader.text.slice(start, reader.at).trim();
  if (word === "") return undefined;
  if (Object.hasOwn(words, word)) return words[word]!;
  return /^[-+]?(\d[\d_]*\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word) ? Number(word.replaceAll("_", "")) : { code: word };
}

/** Whether the two can be the same value. What is not known here is not called different. */
export function agree(a: Printed, b: Printed): boolean {
  if (isList(a) || isList(b))
    return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => agree(item, b[i]!));
  if (isCode(a) || isCode(b)) return agreeAsCode(sourceOf(a), sourceOf(b));
  if (isText(a) && isText(b)) return a.text === b.text;
  return a === b;
}

const isList = (value: Printed): value is readonly Printed[] => Array.isArray(value);
const isText = (value: Printed): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "text" in value;
const isCode = (value: Printed): value is { readonly code: string } =>
  typeof value === "object" && value !== null && "code" in value;

const sourceOf = (value: Printed): string =>
  isCode(value) ? value.code : isText(value) ? value.text : showPrinted(value);

/** `nn.LeakyReLU(0.1)` is printed as `LeakyReLU(negative_slope=0.1)`: the class and the numbers that are written. */
function agreeAsCode(a: string, b: string): boolean {
  if (a === b || a === unknown || b === unknown) return true;
  const [one, other] = [classIn(a), classIn(b)];
  if (one === undefined || other === undefined || one !== other) return false;
  const [some, more] = [numbersIn(a), numbersIn(b)];
  return some.every((number) => more.includes(number)) || more.every((number) => some.includes(number));
}

/** Stands for an argument that is not known here. */
export const unknown = "?";

const classIn = (code: string): string | undefined => /(?:^|\.)([A-Za-z_]\w*)\s*(?:\(|'?>?$)/.exec(code)?.[1];
const numbersIn = (code: string): readonly number[] =>
  (code.match(/(?<![\w.])-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?(?!\w)/gi) ?? []).map(Number);

export function showPrinted(value: Printed): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (isList(value)) return `[${value.map(showPrinted).join(", ")}]`;
  return isText(value) ? `'${value.text}'` : value.code;
}
