import { spatialDropout } from "./families/spatial-dropout";

export const spatialDropout2d = spatialDropout("SpatialDropout2D", "N C H W");
