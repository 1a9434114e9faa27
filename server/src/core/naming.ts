import type { Part } from "./flow";
import { type Message, say } from "./message";

/** A part as people know it: by the words of its layer, and inside of one by its own name too. */
export const nameOf = ({ isWhole, op, step }: Part): Message =>
  isWhole || !op ? say`${step.node.op}` : say`${op.name} in ${step.node.op}`;
