import { show, type Value } from "../../core/value";
import type { Blocks } from "./block";
import { parse, Wrong } from "./grammar";
import type { Item } from "./item";
import { type List, listOf, Reached } from "./reached";

/** What a list says once all names in it are numbers, so that two lists that differ in names alone say the same. */
export interface Written {
  readonly text: string;
  /** Inputs that something in it reads, by position. */
  readonly read: ReadonlySet<number>;
  /** Parameters in the order of their numbers. */
  readonly params: readonly string[];
}

/** What a list says hangs on the file around it. */
export interface Around {
  readonly blocks: Blocks;
  /** Names of results that somebody reads from outside of a block, `block.aux`: they cannot be changed in it alone. */
  readonly ports: ReadonlySet<string>;
  /** A block as it is called: the name of the first that says the same, and its own parameters by number. */
  called(block: string): { readonly name: string; readonly params: readonly string[] };
}

/** Nothing where a reference or an expression leads nowhere. */
export function writtenOf(list: List, around: Around): Written | undefined {
  try {
    return new Writer(list, around).written();
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong;
    return undefined;
  }
}

const sizes: readonly string[] = ["channels", "height", "width"];

class Writer {
  readonly #list: List;
  readonly #around: Around;
  readonly #numbered: string[] = [];
  #reached: Reached;
  #params: ReadonlySet<string>;

  constructor(list: List, around: Around) {
    this.#list = list;
    this.#around = around;
    this.#reached = new Reached(list, around.blocks);
    this.#params = new Set(list.params.keys());
  }

  written(): Written {
    const { body, inputs } = this.#list;
    const layers = body.items.map((item) => this.#item(item));
    const outputs = this.#outputs();
    const { inputs: read } = this.#reached;
    this.#reached = new Reached(this.#list, this.#around.blocks);
    const defaults = this.#defaults();
    for (const input of this.#reached.inputs) read.add(input);
    return { text: JSON.stringify([inputs.length, layers, outputs, defaults]), read, params: this.#numbered };
  }

  #item(item: Item): unknown {
    const { op, args, from, repeat, when, only, weights } = item;
    const block = this.#around.blocks.has(op) ? this.#around.called(op) : undefined;
    const said = [
      op.startsWith("$") ? this.#expression(op) : (block?.name ?? known(op)),
      // The order of keys means nothing, so that it must not number parameters either.
      args
        .map(({ name, value }) => ({ key: keyOf(name, block?.params), value }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, value }) => [key, this.#value(value)]),
      this.#reached.from(from),
      ...[repeat, when, only].map((value) => (value ? this.#value(value) : 0)),
      weights ? this.#reached.weights(weights) : 0,
    ];
    this.#reached.pass(item);
    return said;
  }

  #outputs(): unknown {
    const { outputs } = this.#list.body;
    if (!outputs) return this.#reached.result();
    const { ports } = this.#around;
    const names = listOf(outputs).map((one) => (one.kind === "text" && ports.has(one.value) ? one.value : ""));
    return [this.#reached.from(outputs), names];
  }

  /** Those that the layers use come in that order, the others in that of what they say. A default uses those above it. */
  #defaults(): unknown {
    const { params } = this.#list;
    const names = [...params.keys()];
    const rest = names
      .filter((name) => !this.#numbered.includes(name))
      .sort((a, b) => (show(params.get(a)!) < show(params.get(b)!) ? -1 : 1));
    const said: string[] = [];
    for (let i = 0; i < names.length; i++) {
      const name = this.#numbered[i] ?? rest.find((other) => !this.#numbered.includes(other))!;
      if (i === this.#numbered.length) this.#numbered.push(name);
      this.#params = new Set(names.slice(0, names.indexOf(name)));
      said.push(this.#value(params.get(name)!));
    }
    return said;
  }

  #value(value: Value): string {
    if (value.kind === "list") return `[${value.items.map((item) => this.#value(item)).join(", ")}]`;
    return value.kind === "text" && value.value.startsWith("$") ? this.#expression(value.value) : show(value);
  }

  #expression(text: string): string {
    if (!text.startsWith("$(")) return this.#param(text.slice(1));
    return parse<string>(text.slice(1), 0, {
      number: String,
      word: (word) => this.#word(word),
      unary: (sign, inside) => `${sign}(${inside})`,
      binary: (sign, left, right) => `(${left} ${sign} ${right})`,
    });
  }

  #word(word: string): string {
    if (/^(?:true|false)$/i.test(word) && !this.#params.has(word)) return word.toLowerCase();
    const dot = word.lastIndexOf(".");
    if (dot < 0) return this.#param(word);
    const size = word.slice(dot + 1);
    if (!sizes.includes(size)) throw new Wrong(nowhere);
    return `${this.#reached.sized(word.slice(0, dot))}.${size}`;
  }

  #param(name: string): string {
    if (!this.#params.has(name)) throw new Wrong(nowhere);
    const number = this.#numbered.indexOf(name);
    return `$${number < 0 ? this.#numbered.push(name) - 1 : number}`;
  }
}

const nowhere = { from: 0, to: 0 };

function known(op: string): string {
  if (op === "") throw new Wrong(nowhere);
  return op;
}

/** A parameter of a block goes by its number; an argument without a name is a mistake already. */
function keyOf(name: string | undefined, params: readonly string[] = []): string {
  if (name === undefined) throw new Wrong(nowhere);
  const number = params.indexOf(name);
  return number < 0 ? name : `$${number}`;
}
