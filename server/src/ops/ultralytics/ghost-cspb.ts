import { ghosts } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const ghostCspb = stage(ghosts, wiringB);
