import { enlarging } from "./families/enlarging";

export const upSampling1d = enlarging("UpSampling1D", "N C L");
