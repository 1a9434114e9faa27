import { convLstm } from "./families/conv-lstm";

export const convLstm1d = convLstm("ConvLSTM1D", "N C L");
