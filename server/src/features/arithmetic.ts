import { ofParameters } from "../analysis/arithmetic";
import { ofSizes } from "../analysis/size-arithmetic";
import { type Message, say } from "../core/message";
import { stepsIn, type Use } from "./use";

/** How the sizes that a layer gives come about; nothing where it is several, or where there is nothing to reckon. */
export function sizesHow(use: Use): Message | undefined {
  const steps = stepsIn(use).filter(({ node }) => !node.either);
  const lines = steps.length === 1 ? ofSizes(steps[0]!, use.model.steps, use.model.graph.vocabulary) : [];
  return lines.length ? lines.reduce((all, line) => say`${all}, ${line}`) : undefined;
}

/** How its parameters come about. */
export function parametersHow(use: Use): string | undefined {
  const [step, another] = stepsIn(use);
  return step && !another ? inOneLine(ofParameters(step, use.model.graph)) : undefined;
}

/** A sum that nobody would follow is left out. */
export const inOneLine = (sum: string | undefined): string | undefined => (sum && sum.length > 90 ? undefined : sum);
