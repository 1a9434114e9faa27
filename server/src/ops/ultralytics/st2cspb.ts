import { wiringB } from "./csp-stage";
import { swinStage } from "./swin-stage";
import { swinTransformer2Block } from "./swin-transformer2-block";

export const st2cspb = swinStage("ST2CSP", wiringB, swinTransformer2Block);
