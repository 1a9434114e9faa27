import { bordered } from "./families/border";

export const zeroPad2d = bordered({ name: "ZeroPad2d", made: "constant", of: "zeros" }, "N C H W");
