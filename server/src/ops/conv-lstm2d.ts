import { convLstm } from "./families/conv-lstm";

export const convLstm2d = convLstm("ConvLSTM2D", "N C H W");
