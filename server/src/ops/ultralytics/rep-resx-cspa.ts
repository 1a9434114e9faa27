import { groupedRepResiduals } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const repResxCspa = stage(groupedRepResiduals, wiringA);
