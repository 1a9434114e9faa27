import { repBottlenecks } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const repBottleneckCspa = stage(repBottlenecks, wiringA);
