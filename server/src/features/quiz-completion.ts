import { type CompletionItem, CompletionItemKind, InsertTextFormat, type TextEdit } from "vscode-languageserver-types";
import type { Row } from "../core/graph";
import { contains } from "../core/span";
import { rangeOf, type Snapshot } from "./snapshot";
import { ownSteps, usesIn } from "./use";

/** A flashcard as comments, one a line, each beginning with `#`. */
export interface CardSnippet {
  readonly id: string;
  readonly question: string;
  readonly operators: readonly string[];
  lines(): readonly string[];
}

/** A comment that says `quiz`, or as much of it as is written, becomes a card: those on the operator at hand first. */
export function quizCompletion(
  snapshot: Snapshot,
  offset: number,
  cards: () => readonly CardSnippet[],
): CompletionItem[] {
  const { text, lines } = snapshot;
  const start = lines.starts[lines.at(offset).line]!;
  const [, before = "", comment = ""] = /^(|.*?\s)(#\s*(?:q|qu|qui|quiz))$/i.exec(text.slice(start, offset)) ?? [];
  // JSON has no comments.
  if (!comment || /^\s*\{/.test(text)) return [];
  const range = rangeOf(lines, { from: offset - comment.length, to: offset });
  const all = cards();
  const near = all.filter(isNear(snapshot, offset, all));
  return (near.length ? near : all).map((card, i) => ({
    label: `quiz: ${card.question}`,
    kind: CompletionItemKind.Snippet,
    filterText: `${comment.replace(/\w+$/, "")}quiz ${card.question}`,
    sortText: String(i).padStart(4, "0"),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: card.lines().join(`\n${/^\s*/.exec(before)![0]}`) },
  }));
}

/** A card that can be inserted, and the lines that it becomes. */
export interface QuizSnippet {
  readonly id: string;
  readonly question: string;
  /** It is on the operator at hand. */
  readonly near: boolean;
  readonly edit: TextEdit;
}

/** The same for whoever asks for a card anywhere: it goes above the row, or above the line where there is none. */
export function quizSnippets(
  snapshot: Snapshot,
  offset: number,
  cards: () => readonly CardSnippet[],
): readonly QuizSnippet[] {
  const { text, lines } = snapshot;
  if (/^\s*\{/.test(text)) return [];
  const row = rowAt(snapshot, offset);
  const start = lines.starts[lines.at(row?.span.from ?? offset).line]!;
  const [indent] = /^[^\S\r\n]*/.exec(text.slice(start)) as unknown as [string];
  const range = rangeOf(lines, { from: start, to: start });
  const known = cards();
  const near = isNear(snapshot, offset, known);
  const all = known.map((card) => ({ card, near: near(card) }));
  return [...all.filter((one) => one.near), ...all.filter((one) => !one.near)].map(({ card, near }) => ({
    id: card.id,
    question: card.question,
    near,
    edit: {
      range,
      newText: card
        .lines()
        .map((line) => `${indent}${line}\n`)
        .join(""),
    },
  }));
}

const rowAt = ({ analysis: { models } }: Snapshot, offset: number): Row | undefined =>
  (models[0] ? usesIn(models[0]) : []).find(({ row }) => contains(row.span, offset))?.row;

function isNear(snapshot: Snapshot, offset: number, cards: readonly CardSnippet[]) {
  const about = operatorsNear(snapshot, offset).find((name) => cards.some(({ operators }) => operators.includes(name)));
  return ({ operators }: CardSnippet): boolean => about !== undefined && operators.includes(about);
}

/** The operator of the row that a place is in or below, or of the first one, by its own name, and those that it is made of. */
function operatorsNear({ analysis: { models } }: Snapshot, offset: number): readonly string[] {
  const uses = (models[0] ? usesIn(models[0]) : []).toSorted((a, b) => a.row.span.from - b.row.span.from);
  const last = uses.findLast(({ row }) => row.span.from <= offset) ?? uses[0];
  const own = last?.model.graph.vocabulary.spellings.get(last.row.op)?.op.name;
  if (!last || own === undefined) return [];
  return [own, ...ownSteps(last).flatMap(({ outcome }) => outcome?.calls.map(({ op }) => op.name) ?? [])];
}
