import { type Message, say } from "../../core/message";
import { type Edit, type Problem, problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { type Alignment, align } from "./align";
import { numberedIn } from "./numbers";
import { pointed } from "./renumber";
import { type Change, type Reference, referencesIn, type Sheet } from "./sheet";

/** A reference that nobody has touched, and that means another row than before. */
interface Stale {
  readonly span: Span;
  /** The operator that it meant. */
  readonly was: string;
  /** What makes it mean that again; nothing where it is gone with all that it stood for. */
  readonly change: Change;
}

/**
 * Rows have come in or gone since the text was last well, and references in rows that nobody has touched still
 * count as before. Where it cannot be told which rows those are, nothing is said.
 */
export function shiftedRows(before: readonly Sheet[], now: readonly Sheet[]): Problem | undefined {
  for (const sheet of now) {
    const old = before.find(({ block }) => block === sheet.block);
    if (!old || isAsBefore(keys(old), keys(sheet))) continue;
    const alignment = align(keys(old), keys(sheet));
    const found = alignment && staleIn(old, sheet, alignment);
    if (found?.length) return told(sheet, old, alignment!, found);
  }
  return undefined;
}

const keys = ({ rows }: Sheet): readonly string[] => rows.map(({ key }) => key);

/** As while somebody writes in one row: then none has come in or gone, and nothing need be looked for. */
const isAsBefore = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.filter((row, i) => row !== after[i]).length < 2;

function staleIn(old: Sheet, sheet: Sheet, { now, added }: Alignment): readonly Stale[] {
  const place = (row: number): number | "gone" | undefined =>
    row < 0 ? row : row < now.length ? now[row] : sheet.rows.length;
  const [were, are] = [byReader(old), byReader(sheet)];
  return [...old.rows.keys(), old.rows.length].flatMap((row): Stale[] => {
    const reader = place(row);
    const here = typeof reader === "number" ? (are.get(reader) ?? []) : undefined;
    const there = were.get(row) ?? [];
    if (typeof reader !== "number" || here?.length !== there.length) return [];
    return there.flatMap((was, i): Stale[] => {
      const ref = here[i]!;
      const isSame = ref.written === was.written && wordsOf(ref, sheet) === wordsOf(was, old);
      if (!isSame || (ref.written !== "absolute" && ref.written !== "relative") || was.target === undefined) return [];
      const meant = place(was.target);
      const isNext = ref.written === "relative" && was.target === row - 1;
      // Whoever reads the row before reads the one that is new there, or what stands there instead of one that is gone.
      if (meant === undefined || (isNext && (meant === "gone" || added.includes(reader - 1)))) return [];
      const target = meant === "gone" ? sourceOf(was.target, old, place) : meant;
      if (target === ref.target && target !== undefined) return [];
      const change = target === undefined ? undefined : pointed(ref, sheet.rows[reader], reader, target, sheet);
      return [{ span: ref.span, was: old.rows[was.target]?.op ?? "the input", change }];
    });
  });
}

/** What each row reads; the row behind the last is what the model hands on. */
function byReader(sheet: Sheet): ReadonlyMap<number, readonly Reference[]> {
  const all = new Map<number, Reference[]>();
  for (const { reader, ref } of referencesIn(sheet)) {
    const known = all.get(reader);
    if (known) known.push(ref);
    else all.set(reader, [ref]);
  }
  return all;
}

const wordsOf = ({ span, written }: Reference, { text }: Sheet): string =>
  written === "nothing" ? "" : text.slice(span.from, span.to);

/** What a row that is gone read, if that was one thing. */
function sourceOf(row: number, old: Sheet, place: (row: number) => number | "gone" | undefined): number | undefined {
  const [source, ...more] = old.rows[row]!.reads;
  if (!source || more.length || source.target === undefined || source.target >= row) return undefined;
  const now = place(source.target);
  return now === "gone" ? sourceOf(source.target, old, place) : now;
}

function told(sheet: Sheet, old: Sheet, { now, added }: Alignment, stale: readonly Stale[]): Problem {
  const [first] = stale as readonly [Stale];
  const edits = [...stale.flatMap(({ change }) => change ?? []), ...commentEdits(old, sheet, now)];
  const many = stale.length > 1;
  const words = sheet.text.slice(first.span.from, first.span.to);
  const [only] = first.change ?? [];
  const title = many || !only ? say`Renumber ${stale.length} references` : say`Change ${words} to ${only.text}`;
  const fix = edits.length ? { title, edits: inOrder(edits), safe: false } : undefined;
  const [fresh] = added;
  const where = fresh === undefined ? say`from here on` : say`below`;
  const count = many ? say`${stale.length} references ${where} still count` : say`1 reference ${where} still counts`;
  const change = fresh === undefined ? goneRows(old, now) : newRows(added);
  const message = say`${change}, and ${count} as before: ${words} ${meant(first)}`;
  const found = problem("shifted-rows", fresh === undefined ? first.span : lineOf(sheet, fresh), message, fix);
  return { ...found, related: stale.map((one) => ({ span: one.span, message: meant(one) })) };
}

function meant({ was, change }: Stale): Message {
  const [edit] = change ?? [];
  return edit ? say`was ${was}, which is ${edit.text} now` : say`was ${was}`;
}

const newRows = (added: readonly number[]): Message =>
  added.length === 1 ? say`row ${added[0]!} is new` : say`${added.length} rows are new`;

function goneRows({ rows }: Sheet, now: Alignment["now"]): Message {
  const gone = rows.filter((_, row) => now[row] === "gone");
  return gone.length === 1 ? say`row ${rows.indexOf(gone[0]!)}, ${gone[0]!.op}, is gone` : say`rows are gone`;
}

/** The words of a row on its first line. */
function lineOf({ rows, text }: Sheet, row: number): Span {
  const { span } = rows[row]!;
  const line = /^[^\r\n]*/.exec(text.slice(span.from, span.to))![0].trimEnd();
  return { from: span.from, to: span.from + line.length };
}

/** Numbers in comments that were right. */
function commentEdits(old: Sheet, sheet: Sheet, now: Alignment["now"]): readonly Edit[] {
  const written = numberedIn(sheet);
  return numberedIn(old).flatMap(({ row, number }) => {
    const found = written.find((one) => one.row === now[row] && one.number === number);
    return !found || number !== row || found.row === number
      ? []
      : [{ span: { from: found.at, to: found.at + String(number).length }, text: String(found.row) }];
  });
}

const inOrder = (edits: readonly Edit[]): readonly Edit[] => [...edits].sort((a, b) => a.span.from - b.span.from);
