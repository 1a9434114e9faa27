import { wiringC } from "./csp-stage";
import { swinStage } from "./swin-stage";
import { swinTransformer2Block } from "./swin-transformer2-block";

export const st2cspc = swinStage("ST2CSP", wiringC, swinTransformer2Block);
