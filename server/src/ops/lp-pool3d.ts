import { lpPooling } from "./families/lp-pooling";

export const lpPool3d = lpPooling("LPPool3d", "N C D H W");
