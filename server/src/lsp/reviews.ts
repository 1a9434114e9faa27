import type { Connection } from "vscode-languageserver";
import { type Message, render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { pageHtml } from "../deck/page-html";
import { callJson } from "../drill/call-json";
import { askables, ownDeck } from "../drill/decks";
import { buried, moment, nextChange, queueIn, type Sitting, undo } from "../drill/sitting";
import { doneMessage, nothingLeft } from "../drill/telling";
import { clockMessage, damageMessage, unreadMessage, unwrittenMessage } from "../drill/troubles";
import { statisticsSvg } from "../report/quiz/statistics-svg";
import { statisticsMarkdown } from "../report/quiz/statistics-text";
import { type Fact, grades } from "../review/event";
import { type Journal, openJournal } from "../review/journal";
import { isOptionName, optionDefinitions } from "../review/options";
import type { Askable, Queue } from "../review/queue";
import { statisticsOf } from "../review/statistics";
import type { Client } from "./client";
import { linksOf } from "./quiz";
import { type Reviews, reviewNames } from "./review-names";
import { clientStore } from "./review-store";
import { wrong } from "./wrong";

type Asked = { readonly [key: string]: unknown };
type Run = (asked: Asked) => Promise<unknown>;

/** Cards that are due, for the window at the other end. Its logs are first read when somebody reviews. */
export function reviewsOf(connection: Connection, { reviews, voice }: Client): Reviews {
  const mine = new Set<string>();
  let opening: Promise<Journal> | undefined;

  async function sitting(decks?: unknown): Promise<Sitting> {
    if (!reviews) throw wrong(say`cards are reviewed with clients that keep logs: this one does not say so`, voice);
    const { device } = reviews;
    opening ??= openJournal(clientStore(connection), { device, now: Date.now, newId: () => crypto.randomUUID() });
    const journal = await opening;
    await journal.refresh();
    const all = [ownDeck()];
    const asked = Array.isArray(decks) ? all.filter(({ id }) => decks.includes(id)) : all;
    return { decks: asked, cards: askables(asked), journal };
  }
  const answered = (now: Sitting, ...facts: readonly Fact[]) => shownOf(now, queueIn(now), facts);
  function shownOf(now: Sitting, queue: Queue, facts: readonly Fact[] = []) {
    return {
      ...shown(callJson(now, facts, voice, queue)),
      changes: new Date(nextChange(now)).toISOString(),
      nothing: queue.next ? null : render(nothingLeft(queue), voice),
      told: facts.map((fact) => render(doneMessage(fact, now.journal), voice)),
      problems: problemsOf(now.journal).map((problem) => render(problem, voice)),
    };
  }
  async function done(now: Sitting, fact: Fact) {
    mine.add((await now.journal.record(fact)).id);
    return answered(now, fact);
  }
  const cardIn = ({ cards }: Sitting, { card }: Asked): Askable => {
    const found = cards.find(({ key }) => key === card);
    if (!found) throw wrong(say`no card is called ${String(card)}`, voice);
    return found;
  };

  const work: { readonly [name: string]: Run } = {
    async [reviewNames.due]({ decks, without, card }) {
      const now = await sitting(decks);
      if (typeof card === "string") return shownOf(now, { ...queueIn(now), next: cardIn(now, { card }) });
      const { cards } = now;
      const passed = new Set(Array.isArray(without) ? without : []);
      return answered(passed.size ? { ...now, cards: cards.filter(({ key }) => !passed.has(key)) } : now);
    },
    async [reviewNames.answer](asked) {
      const now = await sitting();
      const { key } = cardIn(now, asked);
      const grade = grades.find((one) => one === asked["grade"]);
      if (!grade) throw wrong(say`a grade is a number from 1 to 4, not ${String(asked["grade"])}`, voice);
      const { took } = asked;
      const isTime = typeof took === "number" && took >= 0 && Number.isFinite(took);
      return done(now, { kind: "review", card: key, grade, ...(isTime && { took: Math.round(took) }) });
    },
    async [reviewNames.put](asked) {
      const now = await sitting();
      const card = cardIn(now, asked);
      const { kind } = asked;
      if (kind === "bury") return done(now, buried(card, now));
      if (kind !== "suspend" && kind !== "unsuspend" && kind !== "reset")
        throw wrong(say`a card is put away by ${"bury, suspend, unsuspend, reset"}, not by ${String(kind)}`, voice);
      return done(now, { kind, card: card.key });
    },
    async [reviewNames.undo]() {
      const now = await sitting();
      const last = await undo(now, (id) => mine.has(id));
      return last ? answered(now, { kind: "undo", of: last.id }) : answered(now);
    },
    async [reviewNames.statistics]({ decks }) {
      const { cards, journal } = await sitting(decks);
      const statistics = statisticsOf(cards, journal.learned, moment());
      return {
        statistics,
        markdown: statisticsMarkdown(statistics, voice),
        svg: statisticsSvg(statistics, voice),
      };
    },
    async [reviewNames.options]({ deck, set }) {
      const now = await sitting();
      const of = typeof deck === "string" ? { deck } : {};
      if (typeof set === "object" && set !== null)
        mine.add((await now.journal.record({ kind: "options", ...of, set: chosen(set, voice) })).id);
      return now.journal.learned.optionsOf(of.deck ?? "");
    },
  };
  return (command) => {
    const run = Object.hasOwn(work, command) ? work[command] : undefined;
    return run && ((first) => run(typeof first === "object" && first !== null ? (first as Asked) : {}));
  };
}

/** A card as a page shows it, and where more is said of what it is about: paths below the folder of the extension. */
function shown({ card, ...rest }: ReturnType<typeof callJson>) {
  if (!card) return { ...rest, card };
  const { question, answer, explanation } = card;
  return {
    ...rest,
    card: {
      ...card,
      html: { question: pageHtml(question), answer: pageHtml([answer, explanation ?? ""].join("\n\n")) },
      links: linksOf(card),
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
  const damages = journal.damages.map((one) => say`${one.file}:${String(one.line)}: ${damageMessage(one)}`);
  const others = [clockMessage(journal), unwrittenMessage(journal, say`the log`)].filter((one) => one !== undefined);
  return [...others, ...unread, ...damages.slice(0, mostTold)];
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
