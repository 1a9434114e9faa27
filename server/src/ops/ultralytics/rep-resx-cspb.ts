import { groupedRepResiduals } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const repResxCspb = stage(groupedRepResiduals, wiringB);
