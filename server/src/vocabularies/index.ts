import type { Vocabulary } from "../core/vocabulary";
import { keras } from "./keras";
import { pytorch } from "./pytorch";

/** The frameworks a model can be written for. */
export const vocabularies: readonly Vocabulary[] = [pytorch, keras];
