import { op } from "../../core/op";
import { detect, head, params } from "./detect";

export const v10Detect = op({
  name: "v10Detect",
  summary: "Detect with a second set of branches that predicts without duplicates.",
  ...head,
  params: { nc: params.nc },
  infer: ({ xs }, { nc }, _, call) => call("", detect, { xs }, { nc, end2end: true, legacy: false }),
});
