import { wiringA } from "./csp-stage";
import { swinStage } from "./swin-stage";
import { swinTransformer2Block } from "./swin-transformer2-block";

export const st2cspa = swinStage("ST2CSP", wiringA, swinTransformer2Block);
