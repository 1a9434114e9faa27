import { type Message, say } from "../../core/message";
import type { Edit } from "../../core/problem";
import { freeName } from "../../formats/native/naming";
import { entriesOf, get } from "../../tree/tree";
import { withoutSibling } from "../edit-item";
import type { Reference } from "../rows/sheet";
import type { Site } from "./refactoring";

/** What rows read that stands outside of them, and how that is said once they are a block. */
export interface Sources {
  /** What the call reads; absent where it is the layer before. */
  readonly from?: string;
  /** The names of several things; of one thing there need be none. */
  readonly inputs: readonly string[];
  /** Parameters of the block around that are used. */
  readonly params: readonly string[];
  /** What changes within the rows. */
  readonly edits: readonly Edit[];
}

interface Source {
  readonly key: string;
  /** As the call says it. */
  readonly text: string;
  readonly name: string;
  readonly refs: { readonly ref: Reference; readonly reader: number }[];
}

export function sourcesIn(site: Site): Sources | Message {
  const { sheet, first, last } = site;
  const { rows, text, json } = sheet;
  const inner = rows.slice(first, last + 1);
  const own = new Set(inner.flatMap(({ name }) => (name === undefined ? [] : [name])));
  const used = expressionsIn(text.slice(rows[first]!.span.from, rows[last]!.span.to));
  const params = paramsAround(site).filter((param) => used.words.has(param));
  const outer = [...used.dotted].filter((name) => !own.has(name));
  if (outer.length) return say`an expression in it hangs on ${outer[0]!}, which stands outside`;
  const found = new Map<string, Source>();
  const taken = new Set(text.match(/[A-Za-z_]\w*/g));
  inner.forEach((row, i) => {
    for (const ref of row.reads) {
      const reader = first + i;
      if (ref.target !== undefined && first <= ref.target && ref.target <= last) continue;
      const said = text.slice(ref.span.from, ref.span.to).replace(/^["']|["']$/g, "");
      const isStart = ref.target === -1 || (ref.written === "name" && said === "input");
      const isWhole = ref.written !== "name" || !said.includes(".");
      const key = isStart ? "#-1" : ref.target !== undefined && isWhole ? `#${ref.target}` : said;
      const known = found.get(key);
      if (known) known.refs.push({ ref, reader });
      else {
        const target = ref.target === undefined ? undefined : rows[ref.target];
        const named = ref.written === "name" ? said : target?.name;
        const plain = named !== undefined && /^\w+$/.test(named) && !own.has(named) ? named : undefined;
        const name = plain ?? (isStart ? "x" : freeName(target?.op.replace(/\W/g, "") || "x", taken));
        taken.add(name);
        const call = named ?? String((ref.target ?? -1) - first);
        found.set(key, { key, text: json && named !== undefined ? `"${call}"` : call, name, refs: [{ ref, reader }] });
      }
    }
  });
  const all = [...found.values()];
  const [one] = all;
  if (!one) return say`it reads nothing that stands above it`;
  const isOne = all.length === 1;
  const edits = [...all.flatMap((source) => pointing(source, isOne ? "input" : source.name, isOne, site))];
  const naming = entriesOf(inner.at(-1)!.tree).find(({ key }) => key === "name");
  const nameless = naming ? [{ span: withoutSibling(naming, inner.at(-1)!.tree, text), text: "" }] : [];
  const isBefore = isOne && one.key === `#${first - 1}`;
  return {
    ...(!isBefore && { from: isOne ? one.text : `[${all.map((source) => source.text).join(", ")}]` }),
    inputs: isOne ? [] : all.map(({ name }) => name),
    params,
    edits: [...edits, ...nameless],
  };
}

/** Whoever read something outside reads it by the name of the input. */
const pointing = ({ refs }: Source, name: string, isOne: boolean, { sheet, first }: Site): readonly Edit[] =>
  refs.flatMap(({ ref, reader }): readonly Edit[] => {
    const word = sheet.json ? `"${name}"` : name;
    if (ref.written === "nothing")
      return isOne ? [] : [sheet.reading(sheet.rows[reader]!, name)].filter((edit) => !!edit);
    const isStart = isOne && reader === first && ref.written === "relative" && ref.target === first - 1;
    const said = sheet.text.slice(ref.span.from, ref.span.to);
    return isStart || said === word ? [] : [{ span: ref.span, text: word }];
  });

/** Words in expressions, and those of which a size is asked. */
function expressionsIn(text: string) {
  const parts = [...text.matchAll(/\$(?:\(([^"'\n]*)\)|([A-Za-z_]\w*))/g)].map(([, long, short]) => long ?? short!);
  const words = new Set(parts.flatMap((part) => part.match(/[A-Za-z_]\w*/g) ?? []));
  const dotted = new Set(parts.flatMap((part) => [...part.matchAll(/([A-Za-z_]\w*)\.\w/g)].map(([, name]) => name!)));
  return { words, dotted };
}

const paramsAround = ({ sheet: { block }, root }: Site): readonly string[] =>
  block === undefined ? [] : entriesOf(get(get(get(root, "blocks"), block), "params")).map(({ key }) => key);
