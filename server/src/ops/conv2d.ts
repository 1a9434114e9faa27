import { convolution } from "./families/convolution";

export const conv2d = convolution("Conv2d", "N C H W");
