import { zeroPadding } from "./families/zero-padding";

export const zeroPadding2d = zeroPadding("ZeroPadding2D", "N C H W");
