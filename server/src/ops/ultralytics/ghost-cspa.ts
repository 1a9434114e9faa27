import { ghosts } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const ghostCspa = stage(ghosts, wiringA);
