import { residuals } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const resCspc = stage(residuals, wiringC);
