import { say } from "../../../core/message";
import { problem } from "../../../core/problem";
import { sharedWeights } from "../activation";
import type { Check } from "./check";

/** Where parameters are left open, it is said why. */
export const sharedActivation: Check = ({ file: { rows, settings }, dialect: { vocabulary } }, report) => {
  const written = settings.get("activation");
  const name = sharedWeights(vocabulary, written);
  if (!written || name === undefined || !rows.some(({ module }) => module === "Conv")) return;
  const message = say`this makes one ${name} that all blocks share, with its weight, so the parameters of rows are left open`;
  report(problem("shared-activation", written.span, message));
};
