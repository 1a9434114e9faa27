import { convolution } from "./families/convolution";

export const conv3d = convolution("Conv3d", "N C D H W");
