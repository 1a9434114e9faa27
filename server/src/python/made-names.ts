import type { Value } from "./values";

/** What a library has, each name of it made when it is first read, since most are never asked for. */
export class MadeNames extends Map<string, Value> {
  constructor(
    private readonly known: { readonly size: number; keys(): Iterable<string>; has(name: string): boolean },
    private readonly make: (name: string) => Value,
  ) {
    super();
  }

  override get(name: string): Value | undefined {
    if (super.has(name) || !this.known.has(name)) return super.get(name);
    const made = this.make(name);
    super.set(name, made);
    return made;
  }

  override has(name: string): boolean {
    return super.has(name) || this.known.has(name);
  }

  override get size(): number {
    return super.size || this.known.size;
  }

  all(): readonly (readonly [string, Value])[] {
    for (const name of this.known.keys()) this.get(name);
    return [...super.entries()];
  }
}
