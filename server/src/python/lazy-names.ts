import type { Scope, Value } from "./values";

/**
 * Names of a module, as a map like any other. The file that gives them is run when one is first read, and what it
 * imports is looked at when the name is first read that it is given.
 */
export class LazyNames extends Map<string, Value> {
  private readonly waiting = new Map<string, () => Value>();
  /** Names that were imported: what they stand for belongs to another file. */
  readonly imported = new Set<string>();
  private fill: (() => void) | undefined;

  constructor(fill?: () => void) {
    super();
    this.fill = fill;
  }

  /** Gives a name its value once that is asked for. */
  defer(name: string, find: () => Value): void {
    super.delete(name);
    this.imported.add(name);
    this.waiting.set(name, find);
  }

  override get(name: string): Value | undefined {
    this.filled();
    const find = this.waiting.get(name);
    if (find) {
      this.waiting.delete(name);
      super.set(name, find());
    }
    return super.get(name);
  }

  override has(name: string): boolean {
    this.filled();
    return this.waiting.has(name) || super.has(name);
  }

  override set(name: string, value: Value): this {
    this.waiting?.delete(name);
    this.imported?.delete(name);
    return super.set(name, value);
  }

  override delete(name: string): boolean {
    return this.waiting.delete(name) || super.delete(name);
  }

  /** All of them, those of imports too. */
  all(): readonly (readonly [string, Value])[] {
    this.filled();
    for (const name of [...this.waiting.keys()]) this.get(name);
    return [...super.entries()];
  }

  /** What the file itself gives names to. */
  own(): readonly Value[] {
    return [...super.entries()].flatMap(([name, value]) => (this.imported.has(name) ? [] : [value]));
  }

  private filled(): void {
    const { fill } = this;
    this.fill = undefined;
    fill?.();
  }
}

/** Names that the file itself gives, not those that it imports. */
export const ownIn = ({ names }: Scope): readonly Value[] =>
  names instanceof LazyNames ? names.own() : [...names.values()];
