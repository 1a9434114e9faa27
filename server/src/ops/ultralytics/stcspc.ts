import { wiringC } from "./csp-stage";
import { swinStage } from "./swin-stage";
import { swinTransformerBlock } from "./swin-transformer-block";

export const stcspc = swinStage("STCSP", wiringC, swinTransformerBlock);
