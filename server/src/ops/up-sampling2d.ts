import { enlarging } from "./families/enlarging";

export const upSampling2d = enlarging("UpSampling2D", "N C H W");
