import type { Connection } from "vscode-languageserver";
import { type CheckId, checks } from "../core/checks";
import { render, say } from "../core/message";
import { english } from "../core/voice";
import { type Card, cardIn } from "../deck/card";
import { cardsAbout } from "../deck/deck";
import { oneLine } from "../deck/question";
import type { Snapshot } from "../features/snapshot";
import { usesAt } from "../features/use";
import type { Client } from "./client";
import type { Page } from "./documents";
import { reasonOf } from "./guard";
import { nextCardOf } from "./quiz";

/** What was there for less was only a text half typed, and what is gone for less may come again with the next letter. */
const stood = 2_000;
const gone = 4_000;

interface Watched {
  readonly card: Card;
  readonly since: number;
  /** How much was wrong, and how many rows there were, when it was last seen. */
  readonly errors: number;
  readonly rows: number;
  readonly gone?: number;
}

/** The time, which a test makes itself. */
export interface Clock {
  now(): number;
  /** Does something later, and gives what calls it off. */
  later(work: () => void, wait: number): () => void;
}

const wall: Clock = {
  now: Date.now,
  later(work, wait) {
    const timer = setTimeout(work, wait);
    return () => clearTimeout(timer);
  },
};

export interface Offers {
  /** A version of a document was read. */
  seen(page: Page): void;
  closed(uri: string): void;
  /** Other settings may silence what was wrong, which mends nothing. */
  forget(): void;
}

/** Offers the card that explains a mistake once that is mended: never while somebody types, and no card twice. */
export function offersOf(
  connection: Pick<Connection, "sendNotification" | "console">,
  { offered }: Pick<Client, "offered">,
  pageOf: (uri: string) => Promise<Page | undefined>,
  clock = wall,
): Offers {
  const done = new Set(offered);
  const watched = new Map<string, Map<string, Watched>>();
  const timers = new Map<string, () => void>();

  function seen(page: Page): void {
    const { model, uri } = page;
    if (!offered || !model || page.latest || isHalfTyped(model)) return;
    const errors = model.analysis.problems.filter(({ severity }) => severity === "error");
    const here = watched.get(uri) ?? new Map<string, Watched>();
    const [now, rows] = [clock.now(), rowsIn(model)];
    for (const { id, span } of errors) {
      const before = here.get(id);
      const card = before?.card ?? explaining(id, model, span.from);
      if (card && !done.has(card.id)) here.set(id, { card, since: before?.since ?? now, errors: errors.length, rows });
    }
    for (const [id, one] of here) {
      if (errors.some((error) => error.id === id)) continue;
      const isOver = now - one.since < stood || isSilenced(model, id) || rows < one.rows;
      const { gone: since, ...open } = one;
      if (isOver) here.delete(id);
      // While a number is replaced something else is wrong there, which mends nothing yet.
      else if (errors.length >= one.errors) here.set(id, open);
      else if (since === undefined) here.set(id, { ...one, gone: now });
      else if (now - since >= gone) {
        here.delete(id);
        offer(one.card, page);
      }
    }
    if (here.size) watched.set(uri, here);
    else watched.delete(uri);
    if ([...here.values()].some((one) => one.gone !== undefined)) wait(uri);
  }

  /** Whatever is typed meanwhile, it has to be gone for so long. */
  function wait(uri: string): void {
    timers.get(uri)?.();
    const look = async () => {
      const page = await pageOf(uri);
      if (page) seen(page);
    };
    const failed = (error: unknown) => connection.console.error(`no card is offered: ${reasonOf(error)}`);
    timers.set(
      uri,
      clock.later(() => look().catch(failed), gone),
    );
  }

  function offer(card: Card, { uri, settings: { voice = english } }: Page): void {
    if (done.has(card.id)) return;
    done.add(card.id);
    const question = oneLine(cardIn(card, voice).question);
    const told = render(say`Mended. There is a flashcard on this mistake: ${question}`, voice);
    connection.sendNotification("convlint/card", { uri, told, card: nextCardOf({ card: card.id }, voice) });
  }

  function closed(uri: string): void {
    timers.get(uri)?.();
    timers.delete(uri);
    watched.delete(uri);
  }
  return {
    seen,
    closed,
    forget: () => {
      for (const uri of watched.keys()) closed(uri);
    },
  };
}

/** Of the cards on a mistake the one that is on the operator too; of several, the one that is on least else. */
function explaining(id: string, { analysis: { models } }: Snapshot, offset: number): Card | undefined {
  const [use] = usesAt(models, offset);
  const operator = use?.model.graph.vocabulary.spellings.get(use.row.op)?.op.name;
  const cards = cardsAbout(id).filter(({ rules }) => rules.includes(id));
  const rank = ({ operators, rules }: Card): number =>
    operators.length + rules.length - (operator !== undefined && operators.includes(operator) ? 100 : 0);
  return cards.toSorted((a, b) => rank(a) - rank(b))[0];
}

const isHalfTyped = ({ analysis: { problems } }: Snapshot): boolean =>
  problems.some(({ id }) => checks[id as CheckId]?.left !== undefined);

const isSilenced = ({ analysis: { suppressed } }: Snapshot, id: string): boolean =>
  suppressed.some((one) => one.id === id);

const rowsIn = ({ analysis: { models } }: Snapshot): number => models[0]?.graph.rows.length ?? 0;
