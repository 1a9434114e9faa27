import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import { rangeOf, type Snapshot } from "./snapshot";
import { usesIn } from "./use";

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
  const about = operatorNear(snapshot, offset);
  const all = cards();
  const near = all.filter(({ operators }) => about !== undefined && operators.includes(about));
  return (near.length ? near : all).map((card, i) => ({
    label: `quiz: ${card.question}`,
    kind: CompletionItemKind.Snippet,
    filterText: `${comment.replace(/\w+$/, "")}quiz ${card.question}`,
    sortText: String(i).padStart(4, "0"),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: card.lines().join(`\n${/^\s*/.exec(before)![0]}`) },
  }));
}

/** The operator of the row that the comment stands in, or that was written last above it, by its own name. */
function operatorNear({ analysis: { models } }: Snapshot, offset: number): string | undefined {
  const uses = models[0] ? usesIn(models[0]) : [];
  const last = uses.filter(({ row }) => row.span.from <= offset).sort((a, b) => b.row.span.from - a.row.span.from)[0];
  return last?.model.graph.vocabulary.spellings.get(last.row.op)?.op.name;
}
