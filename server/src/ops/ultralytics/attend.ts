import { add, floorDiv, mul } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { block } from "./parts";

export const attend = op({
  name: "Attend",
  summary: "Every pixel is compared with every other of its area, and the values of all are mixed accordingly.",
  ...block,
  params: {
    keys: param(int({ min: 0 }), { doc: "Channels of the keys of all heads." }),
    areas: param(int({ min: 1 }), { doc: "Areas the image is cut into.", default: 1 }),
  },
  infer: ({ x }) => ({ y: x }),
  macs: ({ x: { C, H, W } }, { keys, areas }) => [floorDiv(mul(H, W, H, W), areas), add(C, keys)],
  reach: () => "everything",
});
