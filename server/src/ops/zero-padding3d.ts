import { zeroPadding } from "./families/zero-padding";

export const zeroPadding3d = zeroPadding("ZeroPadding3D", "N C D H W");
