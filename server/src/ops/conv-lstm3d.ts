import { convLstm } from "./families/conv-lstm";

export const convLstm3d = convLstm("ConvLSTM3D", "N C D H W");
