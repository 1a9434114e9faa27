import { batchNorm } from "./normalisation";

export const batchNorm3d = batchNorm("BatchNorm3d", "N C D H W");
