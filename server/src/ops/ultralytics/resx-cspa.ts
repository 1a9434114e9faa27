import { groupedResiduals } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const resxCspa = stage(groupedResiduals, wiringA);
