import { elementwise } from "./elementwise";

export const identity = elementwise("Identity", "Changes nothing.", {});
