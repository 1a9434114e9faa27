import { enlarging } from "./families/enlarging";

export const upSampling3d = enlarging("UpSampling3D", "N C D H W");
