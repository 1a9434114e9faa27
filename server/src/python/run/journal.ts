import type { List, Value } from "../values";

type AnyMap = Map<any, any>;
const missing: unique symbol = Symbol("missing");
export type Missing = typeof missing;

interface Items {
  readonly items: readonly Value[];
  readonly open: boolean;
}

/** What was changed since some moment: what stood there before, or what has come to stand there. */
export interface Changes {
  readonly maps: Map<AnyMap, Map<any, any>>;
  readonly lists: Map<List, Items>;
}

const noChanges = (): Changes => ({ maps: new Map(), lists: new Map() });
const itemsOf = ({ items, open }: List): Items => ({ items, open });
export const isMissing = (value: unknown): value is Missing => value === missing;
export const read = (map: AnyMap, key: unknown): any => (map.has(key) ? map.get(key) : missing);

/** Notes what is changed, so that a branch can be tried from the same state as another. */
export class Journal {
  private open: Changes[] = [];

  /** Nothing that is done now may have to be undone. */
  get isQuiet(): boolean {
    return !this.open.length;
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    this.note(map, key);
    map.set(key, value);
  }

  remove<K, V>(map: Map<K, V>, key: K): void {
    this.note(map, key);
    map.delete(key);
  }

  /** To be said before the items of a list are changed. */
  change(list: List): void {
    const changes = this.open.at(-1);
    if (changes && !changes.lists.has(list)) changes.lists.set(list, itemsOf(list));
  }

  private note(map: AnyMap, key: unknown): void {
    const changes = this.open.at(-1);
    if (!changes) return;
    let keys = changes.maps.get(map);
    if (!keys) changes.maps.set(map, (keys = new Map()));
    if (!keys.has(key)) keys.set(key, read(map, key));
  }

  /** Does something and undoes all of its changes; gives what they were. */
  tried(work: () => void): Changes {
    const before = noChanges();
    this.open.push(before);
    try {
      work();
    } finally {
      this.open.splice(this.open.indexOf(before));
    }
    const after = noChanges();
    for (const [map, keys] of before.maps) {
      after.maps.set(map, new Map([...keys.keys()].map((key) => [key, read(map, key)])));
      for (const [key, value] of keys) restore(map, key, value);
    }
    for (const [list, items] of before.lists) {
      after.lists.set(list, itemsOf(list));
      Object.assign(list, items);
    }
    return after;
  }

  /** Puts in place what a trial has changed. */
  redo({ maps, lists }: Changes): void {
    for (const [map, keys] of maps)
      for (const [key, value] of keys) {
        this.note(map, key);
        restore(map, key, value);
      }
    for (const [list, items] of lists) {
      this.change(list);
      Object.assign(list, items);
    }
  }
}

function restore(map: AnyMap, key: unknown, value: unknown): void {
  if (isMissing(value)) map.delete(key);
  else map.set(key, value);
}
