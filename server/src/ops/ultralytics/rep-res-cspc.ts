import { repResiduals } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const repResCspc = stage(repResiduals, wiringC);
