import type { Voice } from "../core/voice";
import { operatorCards } from "../derive/operator-cards";
import { type Asked, apart, fileDeck, operatorsDeck, ownDeck } from "../drill/decks";
import { isDeckName } from "../service/decks";
import { operatorsIn } from "../service/operators-in";
import type { ModelsIn } from "./closed-models";
import { pathOf, uriOf } from "./uri";

/** Where decks and models lie: in folders, and in what is open, which counts as it is written. */
export interface DeckPlaces {
  readonly folders: readonly string[];
  readonly filesIn: ModelsIn;
  uris(): readonly string[];
  textAt(path: string): string | undefined;
}

export interface FoundDecks {
  /** Decks of the workspace first, in the order of their paths, then the one of ConvLint, then that of the operators. */
  readonly decks: readonly Asked[];
  /** Decks that are not asked, since another has their id. */
  readonly twins: readonly Asked[];
  readonly uris: ReadonlyMap<Asked, string>;
}

/** More are read by no person. */
const most = { decks: 200, models: 400 };
/** How long other requests may have to wait, in milliseconds. */
const turn = 10;

/** Looks for decks, and reads again only what has changed since. */
export function deckFinder({ folders, filesIn, uris, textAt }: DeckPlaces, voice: Voice): () => Promise<FoundDecks> {
  const kept = new Map<
    string,
    { readonly version: string; readonly deck?: Asked; readonly operators?: readonly string[] }
  >();
  let made: { readonly names: string; readonly deck: Asked } | undefined;

  function take(path: string, shown: string, version: string, text: string): void {
    kept.set(path, {
      version,
      ...(isDeckName(path) ? { deck: fileDeck(shown, text) } : { operators: operatorsIn(path, text) }),
    });
  }

  async function look(): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    const left = { ...most };
    let start = performance.now();
    for (const folder of folders)
      for await (const { path: below, modified, read } of filesIn(folder)) {
        const path = `${folder}/${below}`;
        if (left[isDeckName(path) ? "decks" : "models"]-- <= 0 || seen.has(path)) continue;
        seen.add(path);
        const open = textAt(path);
        const version = open === undefined ? modified : `open ${open}`;
        // A file that cannot be read now may be later; until then it is as it was.
        const text = kept.get(path)?.version === version ? undefined : (open ?? (await textOf(read)));
        if (text !== undefined) take(path, below, version, text);
        if (performance.now() - start < turn) continue;
        await new Promise((go) => setTimeout(go));
        start = performance.now();
      }
    for (const path of uris().map(pathOf)) {
      const text = textAt(path);
      if (text === undefined || seen.has(path) || !(isDeckName(path) || left.models-- > 0)) continue;
      seen.add(path);
      if (kept.get(path)?.version !== `open ${text}`)
        take(path, path.slice(path.lastIndexOf("/") + 1), `open ${text}`, text);
    }
    for (const path of kept.keys()) if (!seen.has(path)) kept.delete(path);
    return seen;
  }

  return async () => {
    const seen = [...(await look())].sort();
    const all = seen.flatMap((path) => (kept.has(path) ? [{ path, ...kept.get(path)! }] : []));
    const files = all.flatMap(({ path, deck }) => (deck ? [{ path, deck }] : []));
    const names = all.flatMap(({ operators = [] }) => operators).sort();
    if (made?.names !== names.join())
      made = { names: names.join(), deck: operatorsDeck(operatorCards(names, voice), voice) };
    const found = apart([ownDeck(), made.deck, ...files.map(({ deck }) => deck)]);
    const [own, operators, ...others] = found.decks;
    return {
      ...found,
      decks: [...others, own!, ...(operators!.cards.length ? [operators!] : [])],
      uris: new Map(files.map(({ path, deck }) => [deck, uriOf(path)])),
    };
  };
}

async function textOf(read: () => string | Promise<string>): Promise<string | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
