import { repResiduals } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const repResCspa = stage(repResiduals, wiringA);
