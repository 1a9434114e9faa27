import { pytorch, torch } from "../../vocabularies/pytorch";
import type { Target } from "../speaker";
import { counterparts } from "./counterparts";
import { functions } from "./functions";
import { helpers } from "./helpers";

export const inPytorch: Target = {
  vocabulary: pytorch,
  isSayable: (word) => word in torch || functions.has(word) || helpers.has(word),
  counterparts,
};
