import { dual } from "./several-heads";

export const dualDdetect = dual("DualDDetect", "Two DDetect heads side by side, one of them only for training.", 4);
