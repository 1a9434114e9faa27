import type { Format } from "../core/format";
import { keras } from "./keras";
import { native } from "./native/index";
import { ultralytics } from "./ultralytics/index";

/** Every way of writing a model, in the order in which they are asked whether a text is theirs. */
export const formats: readonly Format[] = [keras, ...ultralytics, native];
