import { spatialDropout } from "./families/spatial-dropout";

export const spatialDropout3d = spatialDropout("SpatialDropout3D", "N C D H W");
