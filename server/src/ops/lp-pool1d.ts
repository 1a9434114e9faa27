import { lpPooling } from "./families/lp-pooling";

export const lpPool1d = lpPooling("LPPool1d", "N C L");
