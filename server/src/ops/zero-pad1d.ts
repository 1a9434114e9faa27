import { bordered } from "./families/border";

export const zeroPad1d = bordered({ name: "ZeroPad1d", made: "constant", of: "zeros" }, "N C L");
