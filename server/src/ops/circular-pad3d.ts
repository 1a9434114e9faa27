import { bordered } from "./families/border";

export const circularPad3d = bordered({ name: "CircularPad3d", made: "wrap", of: "its other end" }, "N C D H W");
