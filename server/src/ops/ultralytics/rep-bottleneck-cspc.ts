import { repBottlenecks } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const repBottleneckCspc = stage(repBottlenecks, wiringC);
