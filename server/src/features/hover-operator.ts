import type { Model } from "../core/analysis";
import type { Row } from "../core/graph";
import type { Spelling } from "../core/vocabulary";

/** What an operator does, how large its output is, and where its framework says so. */
export function aboutOperator({ op }: Spelling, { graph }: Model): readonly string[] {
  return [
    `**${op.name}** ${op.summary}`,
    ...(op.formula ? [op.formula] : []),
    ...(op.source ? [`[documentation of ${graph.vocabulary.id}](${op.source})`] : []),
  ];
}

export const aboutBlock = ({ op }: Row): readonly string[] => [`**${op}** is a block of this file.`];
