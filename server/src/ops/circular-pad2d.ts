import { bordered } from "./families/border";

export const circularPad2d = bordered({ name: "CircularPad2d", made: "wrap", of: "its other end" }, "N C H W");
