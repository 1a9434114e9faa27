import { groupedResiduals } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const resxCspb = stage(groupedResiduals, wiringB);
