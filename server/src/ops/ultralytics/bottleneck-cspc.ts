import { bottlenecks } from "./csp-kinds";
import { stage, wiringC } from "./csp-stage";

export const bottleneckCspc = stage(bottlenecks, wiringC);
