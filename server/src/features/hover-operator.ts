import type { Row } from "../core/graph";
import type { Spelling } from "../core/vocabulary";

/** What an operator does, how large its output is, its page, and where its framework says so. */
export function aboutOperator({ op }: Spelling, docs: string | undefined): readonly string[] {
  const links = [
    ...(docs === undefined ? [] : [`[page of ${op.name}](${docs}docs/ops/${op.name}.md)`]),
    ...(op.source ? [`[documentation](${op.source})`] : []),
  ];
  return [
    `**${op.name}** ${op.summary}`,
    ...(op.formula ? [op.formula] : []),
    ...(links.length ? [links.join(" · ")] : []),
  ];
}

export const aboutBlock = ({ op }: Row): readonly string[] => [`**${op}** is a block of this file.`];
