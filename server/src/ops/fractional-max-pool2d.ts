import { fractional } from "./fractional-pooling";

export const fractionalMaxPool2d = fractional("FractionalMaxPool2d", "N C H W");
