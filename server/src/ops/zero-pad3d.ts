import { bordered } from "./families/border";

export const zeroPad3d = bordered({ name: "ZeroPad3d", made: "constant", of: "zeros" }, "N C D H W");
