import type { Row } from "../core/graph";
import type { Spelling } from "../core/vocabulary";

/** What an operator does, how large its output is, and where its framework says so. */
export const aboutOperator = ({ op }: Spelling): readonly string[] => [
  `**${op.name}** ${op.summary}`,
  ...(op.formula ? [op.formula] : []),
  ...(op.source ? [`[documentation](${op.source})`] : []),
];

export const aboutBlock = ({ op }: Row): readonly string[] => [`**${op}** is a block of this file.`];
