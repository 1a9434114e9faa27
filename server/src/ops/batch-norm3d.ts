import { batchNorm } from "./families/normalisation";

export const batchNorm3d = batchNorm("BatchNorm3d", "N C D H W");
