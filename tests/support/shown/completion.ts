import type { TextEdit } from "vscode-languageserver-types";
import { commentCompletion } from "../../../server/src/features/comment-completion";
import { completion } from "../../../server/src/features/completion";
import { quizCompletion, quizSnippets } from "../../../server/src/features/quiz-completion";
import { cardSnippets } from "../../../server/src/lsp/quiz";
import { applyLsp, cursor, lined, type Shown, snapshotOf } from "./at-cursor";

export const shownCompletion: Shown = {
  completion(source) {
    const { text, offset } = cursor(source);
    const snapshot = snapshotOf(text);
    const items = completion(snapshot, offset, { snippets: true, markdown: true });
    const place = snapshot.place(offset);
    if (!place) return "nothing\n";
    const some = items.slice(0, 8).map(({ label, detail }) => label + (detail ? `: ${detail}` : ""));
    const over = JSON.stringify(text.slice(place.span.from, place.span.to));
    return `${place.kind} over ${over}\n${lined([...some, ...(items.length > 8 ? ["…"] : [])])}`;
  },
  comment(source) {
    const { text, offset } = cursor(source);
    const items = commentCompletion(snapshotOf(text), offset);
    const { textEdit } = items[0] ?? {};
    if (!textEdit) return "nothing\n";
    const labels = items.slice(0, 5).map(({ label }) => label);
    return `${lined([...labels, ...(items.length > 5 ? ["…"] : [])])}\n${applyLsp(text, [textEdit as TextEdit])}`;
  },
  accepted: (source) => accepted(source, true),
  "accepted-plain": (source) => accepted(source, false),
  quiz(source) {
    const { text, offset } = cursor(source);
    const items = quizCompletion(snapshotOf(text), offset, cardSnippets());
    const { textEdit } = items[0] ?? {};
    return items[0] ? `${items[0].label}\n\n${applyLsp(text, [textEdit as TextEdit])}` : "nothing\n";
  },
  snippet(source) {
    const { text, offset } = cursor(source);
    const [first, ...others] = quizSnippets(snapshotOf(text), offset, cardSnippets());
    if (!first) return "nothing\n";
    const near = [first, ...others].filter((one) => one.near).map(({ id }) => id);
    return `${near.length ? near.join(", ") : "no card on it"}\n\n${applyLsp(text, [first.edit])}`;
  },
};

/** The text after the item that begins with the word before the cursor has been accepted. */
function accepted(source: string, snippets: boolean): string {
  const { text, offset } = cursor(source);
  const typed = /[\w.-]*$/.exec(text.slice(0, offset))![0];
  const items = completion(snapshotOf(text), offset, { snippets, markdown: true });
  const item = items.find(({ label }) => label.startsWith(typed));
  return item ? applyLsp(text, [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]) : "nothing\n";
}
