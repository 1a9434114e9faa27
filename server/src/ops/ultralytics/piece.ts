import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { block } from "./parts";

export const piece = op({
  name: "Piece",
  summary: "Takes one of several images that a row gives.",
  ...block,
  params: { index: param(int(), { doc: "Which image is taken, the first being 0.", default: 0 }) },
  infer: ({ x }) => ({ y: x }),
});
