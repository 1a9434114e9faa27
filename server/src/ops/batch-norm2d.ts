import { batchNorm } from "./families/normalisation";

export const batchNorm2d = batchNorm("BatchNorm2d", "N C H W");
