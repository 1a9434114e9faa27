import { ghosts } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const ghostCspc = stage(ghosts, wiringC);
