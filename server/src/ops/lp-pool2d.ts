import { lpPooling } from "./families/lp-pooling";

export const lpPool2d = lpPooling("LPPool2d", "N C H W");
