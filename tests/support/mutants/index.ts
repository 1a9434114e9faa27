import { randomly } from "../random";
import { type Change, kinds } from "./kinds/index";
import { type Program, programOf } from "./parts";

/** A change of a file, as a record names it. */
export interface Mutant {
  readonly kind: string;
  readonly ordinal: number;
  readonly text: string;
  readonly changes: readonly Change[];
}

/** The text with a change in it; nothing where there is no such change. */
export function mutantOf(text: string, kind: string, ordinal: number, program = programOf(text)): Mutant | undefined {
  const changes = kinds[kind]?.(program)[ordinal];
  return changes && { kind, ordinal, changes, text: changed(text, changes) };
}

function changed(text: string, changes: readonly Change[]): string {
  const ordered = [...changes].sort((a, b) => b.from - a.from);
  return ordered.reduce((left, one) => left.slice(0, one.from) + one.text + left.slice(one.to), text);
}

/** So many mutants of some files, drawn so that each file and each kind has its part, or each of some kinds. */
export function drawn(
  files: readonly (readonly [name: string, text: string])[],
  seed: number,
  count: number,
  names: readonly string[] = Object.keys(kinds),
) {
  const { one, below } = randomly(seed);
  const programs = files.map(([name, text]): readonly [string, Program] => [name, programOf(text)]);
  const found = new Map<string, Mutant & { readonly file: string }>();
  for (let i = 0; i < count * 4 && found.size < count; i++) {
    const kind = one(names);
    const [file, program] = one(programs);
    const ordinal = below(kinds[kind]!(program).length || 1);
    const mutant = mutantOf(program.text, kind, ordinal, program);
    if (mutant && mutant.text !== program.text) found.set(mutant.text, { ...mutant, file });
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** A short mark of a text, by which a record knows that it speaks of the same. */
export function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mark.toString(36);
}
