import type { Comment } from "../core/graph";
import type { Problem } from "../core/problem";
import { contains, type Span } from "../core/span";

/** `# convlint-ignore some-rule, another`: silences the line it is about, and is itself reported where it silences nothing. */
export function suppress(problems: readonly Problem[], comments: readonly Comment[]) {
  const ignores = comments.flatMap(idsOf);
  const silences = (problem: Problem) =>
    ignores.filter(({ id, line }) => id === problem.id && contains(line, problem.span.from));
  const suppressed = problems.filter((problem) => silences(problem).length > 0);
  const used = new Set(suppressed.flatMap(silences));
  const idle = ignores
    .filter((ignore) => !used.has(ignore))
    .map(
      ({ id, span }): Problem => ({
        id: "unused-ignore",
        severity: "hint",
        span,
        message: `nothing here is called ${id}`,
      }),
    );
  return { problems: [...problems.filter((problem) => !suppressed.includes(problem)), ...idle], suppressed };
}

function idsOf({ span, text, line }: Comment): { readonly id: string; readonly span: Span; readonly line: Span }[] {
  const ids = /^#\s*convlint-ignore\s+(.*)$/.exec(text)?.[1];
  if (ids === undefined) return [];
  const start = span.from + text.length - ids.length;
  return [...ids.matchAll(/[\w-]+/g)].map(({ 0: id, index }) => ({
    id,
    line,
    span: { from: start + index, to: start + index + id.length },
  }));
}
