import { spatialDropout } from "./spatial-dropout";

export const spatialDropout3d = spatialDropout("SpatialDropout3D", "N C D H W");
