import { groupedResiduals } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const resxCspc = stage(groupedResiduals, wiringC);
