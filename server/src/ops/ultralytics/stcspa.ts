import { wiringA } from "./csp-stage";
import { swinStage } from "./swin-stage";
import { swinTransformerBlock } from "./swin-transformer-block";

export const stcspa = swinStage("STCSP", wiringA, swinTransformerBlock);
