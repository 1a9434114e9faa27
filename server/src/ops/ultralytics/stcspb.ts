import { wiringB } from "./csp-stage";
import { swinStage } from "./swin-stage";
import { swinTransformerBlock } from "./swin-transformer-block";

export const stcspb = swinStage("STCSP", wiringB, swinTransformerBlock);
