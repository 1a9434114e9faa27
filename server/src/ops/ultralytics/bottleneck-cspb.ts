import { bottlenecks } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const bottleneckCspb = stage(bottlenecks, wiringB);
