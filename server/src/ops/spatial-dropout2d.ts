import { spatialDropout } from "./spatial-dropout";

export const spatialDropout2d = spatialDropout("SpatialDropout2D", "N C H W");
