import { convolution } from "./families/convolution";

export const conv1d = convolution("Conv1d", "N C L");
