import { isLayer } from "../../core/vocabulary";
import { keras } from "../../vocabularies/keras";
import type { Target } from "../speaker";
import { counterparts } from "./counterparts";

export const inKeras: Target = { vocabulary: keras, isSayable: (word) => isLayer(keras, word), counterparts };
