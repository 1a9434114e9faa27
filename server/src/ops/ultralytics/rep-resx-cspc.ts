import { groupedRepResiduals } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const repResxCspc = stage(groupedRepResiduals, wiringC);
