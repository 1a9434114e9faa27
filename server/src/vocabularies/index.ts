import type { Vocabulary } from "../core/vocabulary";
import { keras } from "./keras";
import { pytorch } from "./pytorch";

const frameworks: readonly Vocabulary[] = [pytorch, keras];

/** The frameworks a model can be written for, each with the others, whose words are mixed up with its own. */
export const vocabularies: readonly Vocabulary[] = frameworks.map((one) => ({
  ...one,
  elsewhere: frameworks.filter((other) => other !== one),
}));
