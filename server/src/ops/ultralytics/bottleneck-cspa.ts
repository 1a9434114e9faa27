import { bottlenecks } from "./csp-kinds";
import { stage, wiringA } from "./csp-stage";

export const bottleneckCspa = stage(bottlenecks, wiringA);
