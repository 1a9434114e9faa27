import { repBottlenecks } from "./csp-kinds";
import { stage, wiringB } from "./csp-stage";

export const repBottleneckCspb = stage(repBottlenecks, wiringB);
