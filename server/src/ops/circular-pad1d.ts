import { bordered } from "./families/border";

export const circularPad1d = bordered({ name: "CircularPad1d", made: "wrap", of: "its other end" }, "N C L");
