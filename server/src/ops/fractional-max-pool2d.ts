import { fractional } from "./families/fractional-pooling";

export const fractionalMaxPool2d = fractional("FractionalMaxPool2d", "N C H W");
