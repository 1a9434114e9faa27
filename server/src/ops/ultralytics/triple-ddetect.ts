import { triple } from "./several-heads";

export const tripleDdetect = triple("TripleDDetect", "Three DDetect heads, two of them only for training.", 4);
