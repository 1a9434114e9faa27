import { residuals } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const resCspb = stage(residuals, wiringB);
