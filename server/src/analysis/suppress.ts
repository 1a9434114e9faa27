import type { CheckId } from "../core/checks";
import type { Comment } from "../core/graph";
import { say } from "../core/message";
import { type Fix, type Problem, problem } from "../core/problem";
import { contains, type Span } from "../core/span";
import { byPlace } from "./merge";

/** One id in a comment that silences it somewhere. */
export interface Silence {
  readonly id: string;
  readonly span: Span;
  readonly where: Span;
  readonly comment: Comment;
}

const unreadable: CheckId = "syntax";
const everywhere: Span = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * Takes out what comments silence: `convlint-disable-line`, `-disable-next-line`, `-disable-file`, and
 * `convlint-disable` up to `convlint-enable`, each with ids and perhaps ` -- why`. An id that silences
 * nothing is a problem itself.
 */
export function suppress(
  problems: readonly Problem[],
  comments: readonly Comment[],
  isOff: (id: string) => boolean = () => false,
) {
  const silences = silencesOf(comments);
  if (!silences.length) return { problems, suppressed: [] };
  const used = new Set<Silence>();
  const isSilent = ({ id, span }: Problem): boolean => {
    const by = silences.filter((silence) => silence.id === id && contains(silence.where, span.from));
    for (const silence of by) used.add(silence);
    return by.length > 0;
  };
  const suppressed = problems.filter(isSilent);
  const idle = silences
    .filter((silence) => !used.has(silence) && !isOff(silence.id))
    .map(
      (silence): Problem => ({
        ...problem("unused-suppression", silence.span, say`no ${silence.id} is found here`, without(silence)),
        idle: true,
      }),
    );
  const told = problems.filter((one) => !suppressed.includes(one));
  // Of a text that cannot be read to its end, less is found than there is.
  if (problems.some(({ id }) => id === unreadable)) return { problems: told, suppressed };
  return { problems: [...told, ...idle].sort(byPlace), suppressed };
}

/** Not done unseen: what it silences may only be hidden by a mistake elsewhere. */
function without({ comment, span }: Silence): Fix {
  const ids = idsOf(comment);
  const at = ids.findIndex((one) => one.span.from === span.from);
  if (ids.length === 1)
    return { title: say`Remove the comment`, edits: [{ span: comment.whole, text: "" }], safe: false };
  const [before, after] = [ids[at - 1], ids[at + 1]];
  const gone = { from: before ? before.span.to : span.from, to: before ? span.to : after!.span.from };
  return { title: say`Remove ${ids[at]!.id}`, edits: [{ span: gone, text: "" }], safe: false };
}

/** What comments silence, and where. */
export function silencesOf(comments: readonly Comment[]): readonly Silence[] {
  return comments.flatMap((comment, i) => {
    const [, kind] = /^#\s*convlint-disable(-line|-next-line|-file|)(?=\s|$)/.exec(comment.text) ?? [];
    if (kind === undefined) return [];
    return idsOf(comment).map(({ id, span }): Silence => {
      const where =
        kind === "-line"
          ? comment.line
          : kind === "-next-line"
            ? comment.next
            : kind === "-file"
              ? everywhere
              : { from: comment.span.to, to: enabledAt(id, comments.slice(i + 1)) };
      return { id, span, where, comment };
    });
  });
}

const enabledAt = (id: string, later: readonly Comment[]): number =>
  later.find((comment) => /^#\s*convlint-enable\b/.test(comment.text) && idsOf(comment).some((one) => one.id === id))
    ?.span.from ?? Number.POSITIVE_INFINITY;

/** The ids behind the first word, up to the reason. */
export function idsOf({ text, span }: Comment): readonly { readonly id: string; readonly span: Span }[] {
  const start = /^#\s*\S+/.exec(text)![0].length;
  const ids = text.slice(start).split(/\s--(?:\s|$)/)[0]!;
  return [...ids.matchAll(/[\w-]+/g)].map(({ 0: id, index }) => {
    const from = span.from + start + index;
    return { id, span: { from, to: from + id.length } };
  });
}
