import { op, weight } from "../core/op";

/** As ConvNeXt has it at the end of every block; the factors begin near zero. */
export const layerScale = op({
  name: "LayerScale",
  summary: "Multiplies every channel by a learned factor of its own.",
  formula: "y = layer_scale · x",
  source: "https://docs.pytorch.org/vision/stable/models/convnext.html",
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  infer: ({ x }) => ({ y: x }),
  weights: ({ x }) => [weight("layer_scale", [x.C, ...x.rest.map(() => 1)])],
});
