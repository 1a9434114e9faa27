import { triple } from "./several-heads";

export const tripleDetect = triple("TripleDetect", "Three heads of YOLOv9, two of them only for training.", 1);
