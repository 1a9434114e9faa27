import type { Connection } from "vscode-languageserver";
import { type Message, render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { pageHtml } from "../deck/page-html";
import { callJson } from "../drill/call-json";
import { askables } from "../drill/decks";
import { endingOf } from "../drill/ending";
import { buried, moment, nextChange, queueIn, type Sitting, undo } from "../drill/sitting";
import { sourceOf } from "../drill/source";
import { doneMessage, nothingLeft } from "../drill/telling";
import { clockMessage, damageMessage, unreadMessage, unwrittenMessage } from "../drill/troubles";
import { statisticsPage } from "../report/quiz/statistics-page";
import { statisticsSvg } from "../report/quiz/statistics-svg";
import { statisticsMarkdown } from "../report/quiz/statistics-text";
import { type Fact, grades, idOf } from "../review/event";
import { type Journal, openJournal } from "../review/journal";
import { isOptionName, optionDefinitions } from "../review/options";
import type { Askable, Queue } from "../review/queue";
import { statisticsOf } from "../review/statistics";
import type { Client } from "./client";
import { importJson } from "./import-deck";
import { lessonJson } from "./lessons";
import { linksOf } from "./quiz";
import { type DeckPlaces, deckFinder, type FoundDecks } from "./review-decks";
import { deckProblems, decksJson } from "./review-list";
import { looksOf } from "./review-looks";
import { type Reviews, reviewNames } from "./review-names";
import { clientStore } from "./review-store";
import { wrong } from "./wrong";

/** Milliseconds for which decks are as they were. */
const fresh = 5_000;

type Asked = { readonly [key: string]: unknown };
type Run = (asked: Asked) => Promise<unknown>;
type Look = Sitting & { readonly found: FoundDecks };

/** Cards that are due, for the window at the other end. Its logs are first read when somebody reviews. */
export function reviewsOf(connection: Connection, { reviews, voice }: Client, places: DeckPlaces): Reviews {
  const mine = new Set<string>();
  const find = deckFinder(places, voice);
  let opening: Promise<Journal> | undefined;
  let found: { readonly at: number; readonly decks: FoundDecks } | undefined;
  /** What was asked, and may have gone since. */
  const handedOut = new Set<string>();

  /** Between two answers nobody waits for a whole workspace. */
  async function decksNow(isFresh: boolean): Promise<FoundDecks> {
    if (isFresh || !found || performance.now() - found.at > fresh)
      found = { decks: await find(), at: performance.now() };
    return found.decks;
  }
  async function sitting(decks?: unknown, isFresh = true): Promise<Look> {
    if (!reviews) throw wrong(say`cards are reviewed with clients that keep logs: this one does not say so`, voice);
    const { device } = reviews;
    opening ??= openJournal(clientStore(connection), { device, now: Date.now, newId: () => crypto.randomUUID() });
    const journal = await opening;
    await journal.refresh();
    const now = await decksNow(isFresh);
    const asked = Array.isArray(decks) ? now.decks.filter(({ id }) => decks.includes(id)) : now.decks;
    return { decks: asked, cards: askables(asked), journal, found: now };
  }
  const answered = (now: Look, facts: readonly Fact[], said?: readonly string[], first?: unknown) =>
    shownOf(now, queueIn(now, first), facts, said);
  function shownOf(now: Look, queue: Queue, facts: readonly Fact[] = [], said: readonly string[] = []) {
    if (queue.next) handedOut.add(queue.next.key);
    return {
      ...shown(callJson(now, facts, voice, queue), now.found, voice),
      changes: new Date(nextChange(now)).toISOString(),
      nothing: queue.next ? null : render(nothingLeft(queue), voice),
      ending: queue.next ? [] : endingOf(now, queue).map((one) => render(one, voice)),
      told: [...said, ...facts.map((fact) => render(doneMessage(fact, now.journal), voice))],
      problems: problemsOf(now.journal).map((problem) => render(problem, voice)),
      damaged: damagesOf(now.journal).map(({ file, line }) => ({ file, line })),
    };
  }
  async function done(now: Look, fact: Fact) {
    mine.add((await now.journal.record(fact)).id);
    return answered(now, [fact]);
  }
  const cardIn = (cards: readonly Askable[], card: unknown): Askable => {
    const found = cards.find(({ key }) => key === card);
    if (!found) throw wrong(say`no card is called ${String(card)}`, voice);
    return found;
  };
  /** What is done to a card of any deck; of one that is gone there is nothing to be done, and the next is asked. */
  async function toCard(asked: Asked, factOf: (card: Askable, now: Sitting) => Fact) {
    const now = await sitting(asked["decks"], false);
    const { card } = asked;
    const all = askables(now.found.decks);
    if (typeof card === "string" && handedOut.has(card) && !all.some(({ key }) => key === card))
      return answered(now, [], [render(say`${idOf(card)} is in no deck any more; nothing was written down`, voice)]);
    return done(now, factOf(cardIn(all, card), now));
  }

  const work: { readonly [name: string]: Run } = {
    async [reviewNames.due]({ decks, without, card, first }) {
      const now = await sitting(decks);
      if (typeof card === "string") return shownOf(now, { ...queueIn(now), next: cardIn(now.cards, card) });
      const { cards } = now;
      const passed = new Set(Array.isArray(without) ? without : []);
      const left = passed.size ? { ...now, cards: cards.filter(({ key }) => !passed.has(key)) } : now;
      const answer = answered(left, [], [], first);
      return { ...answer, problems: [...answer.problems, ...deckProblems(now, now.found, voice)] };
    },
    async [reviewNames.answer](asked) {
      const grade = grades.find((one) => one === asked["grade"]);
      if (!grade) throw wrong(say`a grade is a number from 1 to 4, not ${String(asked["grade"])}`, voice);
      const { took } = asked;
      const isTime = typeof took === "number" && took >= 0 && Number.isFinite(took);
      const timed = isTime && { took: Math.round(took) };
      return toCard(asked, ({ key }) => ({ kind: "review", card: key, grade, ...timed }));
    },
    async [reviewNames.put](asked) {
      const { kind } = asked;
      if (kind !== "bury" && kind !== "suspend" && kind !== "unsuspend" && kind !== "reset")
        throw wrong(say`a card is put away by ${"bury, suspend, unsuspend, reset"}, not by ${String(kind)}`, voice);
      return toCard(asked, (card, now) => (kind === "bury" ? buried(card, now) : { kind, card: card.key }));
    },
    async [reviewNames.undo]({ decks }) {
      const now = await sitting(decks, false);
      const last = await undo(now, (id) => mine.has(id));
      // Whoever takes an answer back wants to give another.
      return last ? answered(now, [{ kind: "undo", of: last.id }], [], "card" in last && last.card) : answered(now, []);
    },
    async [reviewNames.statistics]({ decks }) {
      const { cards, journal } = await sitting(decks);
      const statistics = statisticsOf(cards, journal.learned, moment());
      return {
        statistics,
        markdown: statisticsMarkdown(statistics, voice),
        svg: statisticsSvg(statistics, voice),
        html: statisticsPage(statistics, voice),
      };
    },
    async [reviewNames.options]({ deck, set }) {
      const now = await sitting([], false);
      const of = typeof deck === "string" ? { deck } : {};
      if (typeof set === "object" && set !== null)
        mine.add((await now.journal.record({ kind: "options", ...of, set: chosen(set, voice) })).id);
      return now.journal.learned.optionsOf(of.deck ?? "");
    },
    async [reviewNames.decks]({ decks }) {
      const now = await sitting(decks);
      return decksJson(now, now.found, voice);
    },
    [reviewNames.lesson]: async (asked) =>
      lessonJson(asked, await decksNow(asked["model"] === undefined), places, voice),
    [reviewNames.import]: async (asked) => importJson(asked, voice),
    ...looksOf(sitting, voice),
  };
  return (command) => {
    const run = Object.hasOwn(work, command) ? work[command] : undefined;
    return run && ((first) => run(typeof first === "object" && first !== null ? (first as Asked) : {}));
  };
}

/** A card as a page shows it, and where more is said of what it is about: paths below the folder of the extension. */
function shown({ card, ...rest }: ReturnType<typeof callJson>, { decks, uris }: FoundDecks, voice: Voice) {
  if (!card) return { ...rest, card };
  const { question, answer, explanation } = card;
  const source = sourceOf(card.key, decks);
  return {
    ...rest,
    card: {
      ...card,
      html: {
        question: pageHtml(question, voice),
        answer: pageHtml([answer, explanation ?? ""].join("\n\n"), voice),
      },
      links: linksOf(card),
      source: source ? { uri: uris.get(source.deck) ?? null } : null,
    },
  };
}

/** Null takes a choice back. */
function chosen(set: object, voice: Voice): Extract<Fact, { kind: "options" }>["set"] {
  for (const [name, value] of Object.entries(set)) {
    if (!isOptionName(name)) throw wrong(say`no option is called ${name}`, voice);
    const { isValid, takes } = optionDefinitions[name];
    if (value !== null && !isValid(value)) throw wrong(say`${name} takes ${takes}`, voice);
  }
  return set;
}

const mostTold = 3;

/** What is to be told, in whole sentences. */
function problemsOf(journal: Journal): readonly Message[] {
  const unread = [...journal.unread].map(
    ([name, error]) => say`${name || say`the logs`}: ${unreadMessage(reason(error))}`,
  );
  const damages = damagesOf(journal).map((one) => say`${one.file}:${String(one.line)}: ${damageMessage(one)}`);
  const others = [clockMessage(journal), unwrittenMessage(journal, say`the log`)].filter((one) => one !== undefined);
  return [...others, ...unread, ...damages];
}

const damagesOf = ({ damages }: Journal) => damages.slice(0, mostTold);

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
