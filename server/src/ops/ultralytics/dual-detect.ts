import { dual } from "./several-heads";

export const dualDetect = dual("DualDetect", "Two heads of YOLOv9 side by side, one of them only for training.", 1);
