import { repResiduals } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const repResCspb = stage(repResiduals, wiringB);
