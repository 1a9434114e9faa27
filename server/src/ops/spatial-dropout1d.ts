import { spatialDropout } from "./families/spatial-dropout";

export const spatialDropout1d = spatialDropout("SpatialDropout1D", "N C L");
