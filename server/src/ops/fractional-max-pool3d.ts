import { fractional } from "./families/fractional-pooling";

export const fractionalMaxPool3d = fractional("FractionalMaxPool3d", "N C D H W");
