import { residuals } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const resCspa = stage(residuals, wiringA);
