import type { Dim } from "../core/dim";
import type { ParamType } from "../core/param";
import { equal } from "../edits/equal";
import { expressionFor } from "../edits/native-of/expressions";
import { collapsed } from "../edits/shown";
import type { Body } from "./calls";
import { literal } from "./literal";
import { Names, nameOf } from "./names";

/** Something that the program of a block can say, and what it is in each use; not there where a use has nothing of it. */
export interface Term {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** An argument of a block. */
export interface Param extends Term {
  /** As the file calls it. */
  readonly word: string;
  readonly type?: ParamType<any>;
  readonly usual?: { readonly value: unknown; readonly text: string };
  /** A size of what comes in, where it says that. */
  readonly reads?: { readonly input: number; readonly axis: string };
}

const simple = (value: unknown): unknown => collapsed(value) ?? null;

export const same = (a: unknown, b: unknown): boolean => equal(simple(a), simple(b));

/** Whether two say the same wherever both say something. */
export const agree = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((value, i) => value === undefined || b[i] === undefined || same(value, b[i]));

export const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** In parentheses where something is done to it. */
export const tight = (text: string): string => (/^[\w.]+$/.test(text) ? text : `(${text})`);

const widths = /channels|features|groups|shape|size|heads|dim/;

/** What most uses say. */
function most(values: readonly unknown[]): unknown {
  const common = values.map((value) => values.filter((other) => same(value, other)).length);
  const count = Math.max(...common);
  return count > 1 && count * 2 >= values.length ? values[common.indexOf(count)] : undefined;
}

/** The arguments of one block: those that somebody has given it, and what it has to be told besides. */
export class Params {
  readonly #own: Param[];
  readonly #read: Param[] = [];
  readonly #added: Param[] = [];
  readonly #used = new Set<string>();
  readonly names: Names;

  constructor(
    bodies: readonly Body[],
    private readonly isModel: boolean,
    /** What comes in can be asked for its sizes, so that nobody has to tell them. */
    private readonly isLazy: boolean,
    taken: Iterable<string>,
  ) {
    this.names = new Names(taken);
    const first = bodies[0]!.params;
    this.#own = [...first].map(([word, { usual, type }]) => ({
      word,
      text: this.names.free(nameOf(word)),
      values: bodies.map(({ params }) => params.get(word)?.value),
      ...(usual !== undefined && { usual: { value: usual, text: literal(usual, type) } }),
    }));
  }

  /** Those that are of use, each with a default behind those without. */
  get told(): readonly Param[] {
    const all = [...(this.isLazy ? [] : this.#read), ...this.#own, ...this.#added].filter(({ text }) =>
      this.#used.has(text),
    );
    return [...all.filter(({ usual }) => !usual), ...all.filter(({ usual }) => usual)];
  }

  /** Sizes that are asked for. */
  get asked(): readonly Param[] {
    return this.isLazy ? this.#read.filter(({ text }) => this.#used.has(text)) : [];
  }

  get known(): readonly Param[] {
    return [...this.#read, ...this.#own, ...this.#added];
  }

  use(text: string): string {
    for (const word of text.match(/[A-Za-z_]\w*/g) ?? []) this.#used.add(word);
    return text;
  }

  own = (word: string): Param | undefined => this.#own.find((param) => param.word === word);

  /** A size of what the block reads. */
  read(input: number, axis: string, stem: string, values: readonly (Dim | undefined)[]): Param {
    const known = this.#read.find(({ reads }) => reads?.input === input && reads.axis === axis);
    if (known) return known;
    const text = this.names.free(stem);
    const param = { word: text, text, values, reads: { input, axis } };
    this.#read.push(param);
    return param;
  }

  /** What says a value wherever there is one. */
  saying(values: readonly unknown[], stem: string): string | undefined {
    const found = this.#alike(stem).find((param) =>
      values.every((value, i) => value === undefined || same(value, param.values[i])),
    );
    return found && this.use(found.text);
  }

  /** How wide something is follows from nothing but how wide something else is; of what somebody has named, nobody knows. */
  #alike(stem: string): readonly Param[] {
    const isWidth = widths.test(stem);
    const added = this.#added.filter(({ text }) => widths.test(text) === isWidth);
    return [...(isWidth ? this.#read : []), ...this.#own, ...added];
  }

  /** A value that follows from what is known, else a new argument. */
  found(values: readonly unknown[], stem: string, type?: ParamType<any>): string {
    const there = values.flatMap((value, i) => (value === undefined ? [] : [i]));
    const only = (all: readonly unknown[]): readonly unknown[] => there.map((i) => all[i]);
    const wanted = only(values);
    const sources = this.#alike(stem).map(({ text, values: own }) => ({ word: text, values: only(own) }));
    const text = expressionFor(wanted, sources)?.replace(/^\$\(?|\)$/g, "");
    if (text !== undefined) return this.use(text);
    const name = this.names.free(nameOf(stem));
    const usual = widths.test(name) ? undefined : most(wanted);
    this.#added.push({
      word: name,
      text: name,
      values,
      ...(type && { type }),
      ...(usual !== undefined && { usual: { value: usual, text: literal(usual, type) } }),
    });
    return this.use(name);
  }

  /** Whether constants are all that there is. */
  get isPlain(): boolean {
    return this.isModel;
  }
}
