import type { Value } from "../../core/value";
import type { Blocks } from "./block";
import { Wrong } from "./grammar";
import type { Body, Item } from "./item";
import { isName } from "./names";

/** A list of layers, that of the model or of a block. */
export interface List {
  readonly body: Body;
  readonly inputs: readonly string[];
  readonly params: ReadonlyMap<string, Value>;
  /** The name of the block; that of the model is nobody's business. */
  readonly block?: string;
}

/** What is read, whatever it is called: `<0` is the first input, `<` all of them, `#2.aux` a result of the third layer. */
export type Reference = string;

/**
 * What the layers of one list reach, found out from its text alone, from above to below as `scope.ts` does it with
 * nodes. A reference that leads nowhere ends it, since all else may then be meant otherwise.
 */
export class Reached {
  /** Inputs that something reads, by position. */
  readonly inputs = new Set<number>();
  readonly #list: List;
  readonly #blocks: Blocks;
  readonly #names: Map<string, Reference>;
  #layers = 0;

  constructor(list: List, blocks: Blocks) {
    this.#list = list;
    this.#blocks = blocks;
    const { inputs, block } = list;
    if (new Set(inputs).size < inputs.length || !inputs.every(isName)) throw new Wrong(nowhere);
    this.#names = new Map([
      ...(block === undefined ? [] : [["input", "<"] as const]),
      ...inputs.map((name, i) => [name, `<${i}`] as const),
    ]);
  }

  /** The layer before, unless it is said otherwise. */
  from(value: Value | undefined): readonly Reference[] {
    return value ? listOf(value).map((one) => this.#one(one)) : [this.#before(-1)];
  }

  /** What a list gives that does not say so. */
  result(): Reference {
    const last = this.#list.body.items.findLastIndex(({ only }) => !only);
    return last < 0 ? this.#all() : `#${last}`;
  }

  /** Only layers have weights. */
  weights(value: Value): Reference {
    const found = value.kind === "text" ? this.#names.get(value.value) : undefined;
    if (!found?.startsWith("#")) throw new Wrong(value.span);
    return found;
  }

  /** What an expression asks for the size of: of all inputs together that is the first. */
  sized(name: string): Reference {
    return name === "input" && this.#names.get(name) === "<" && this.#list.inputs.length
      ? this.#input(0)
      : this.#named(name);
  }

  /** Goes on behind a layer. */
  pass({ name }: Item): void {
    if (name) {
      if (!isName(name.text) || this.#names.has(name.text)) throw new Wrong(name.span);
      this.#names.set(name.text, `#${this.#layers}`);
    }
    this.#layers++;
  }

  #one(one: Value): Reference {
    if (one.kind === "text") return this.#named(one.value);
    if (one.kind !== "number" || !Number.isInteger(one.value) || one.value >= 0) throw new Wrong(one.span);
    return this.#before(one.value);
  }

  #before(steps: number): Reference {
    const at = this.#layers + steps;
    if (at < -1) throw new Wrong(nowhere);
    return at < 0 ? this.#all() : `#${at}`;
  }

  #named(name: string): Reference {
    const found = this.#names.get(name);
    if (found !== undefined) return this.#read(found);
    const [, whole = "", port = ""] = /^(.*)\.(\w+)$/.exec(name) ?? [];
    const owner = this.#names.get(whole);
    if (owner === undefined || !this.#gives(owner, port)) throw new Wrong(nowhere);
    return owner === "<" && this.#list.inputs.length ? this.#input(Number(port)) : `${this.#read(owner)}.${port}`;
  }

  #read(found: Reference): Reference {
    if (found === "<") return this.#all();
    return found.startsWith("<") ? this.#input(Number(found.slice(1))) : found;
  }

  #input(at: number): Reference {
    this.inputs.add(at);
    return `<${at}`;
  }

  #all(): Reference {
    const { length } = this.#list.inputs;
    for (let i = 0; i < length; i++) this.inputs.add(i);
    return length === 1 ? "<0" : "<";
  }

  /** Results have numbers; those of a block have names too. */
  #gives(owner: Reference, port: string): boolean {
    const { body, inputs } = this.#list;
    if (/^\d+$/.test(port)) return owner !== "<" || !inputs.length || Number(port) < inputs.length;
    const outputs = this.#blocks.get(body.items[Number(owner.slice(1))]?.op ?? "")?.body.outputs;
    return owner.startsWith("#") && listOf(outputs).some((one) => one.kind === "text" && one.value === port);
  }
}

export const listOf = (value: Value | undefined): readonly Value[] =>
  !value ? [] : value.kind === "list" ? value.items : [value];

const nowhere = { from: 0, to: 0 };
