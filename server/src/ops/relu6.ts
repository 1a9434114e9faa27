import { elementwise } from "./elementwise";

export const relu6 = elementwise("ReLU6", "Cuts values off below 0 and above 6.", {}, "activation");
