import { inBytes } from "../core/figures";
import { type Message, say } from "../core/message";
import type { TrainingMemory } from "../core/training-memory";

/** What training holds, as a sentence. */
export function memoryInWords({ batchSize, optimizer, ...parts }: TrainingMemory): Message {
  const kept = parts.optimizerState ? say`, ${inBytes(parts.optimizerState)} that ${optimizer ?? ""} keeps` : say``;
  const weights = say`${inBytes(parts.weights)} of weights, ${inBytes(parts.gradients)} of gradients${kept}`;
  return say`training on batches of ${batchSize}: ${weights}, ${inBytes(parts.activations)} of activations; at most ${inBytes(parts.peak)} at once`;
}
