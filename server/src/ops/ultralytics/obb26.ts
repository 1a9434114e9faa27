import { op } from "../../core/op";
import { obb } from "./obb";

export const obb26 = op({
  name: "OBB26",
  summary: "OBB whose angles are told as they are, without a fold.",
  traits: obb.traits,
  inputs: obb.inputs,
  outputs: obb.outputs,
  params: obb.params,
  infer: ({ xs }, args, _, call) => call("", obb, { xs }, args),
});
