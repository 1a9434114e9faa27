import { zeroPadding } from "./families/zero-padding";

export const zeroPadding1d = zeroPadding("ZeroPadding1D", "N C L");
