import type { Vocabulary } from "../core/vocabulary";
import { defaultActivation, inPlaceOfDefault } from "../ops/ultralytics/default-activation";

/** As a file has it that names the activation of its blocks; without a name it is one that nobody knows. */
export const withActivation = (vocabulary: Vocabulary, name: string | undefined): Vocabulary => {
  const op = name === undefined ? undefined : vocabulary.spellings.get(`nn.${name}`)?.op;
  return { ...vocabulary, instead: { of: defaultActivation, by: inPlaceOfDefault(op) } };
};
