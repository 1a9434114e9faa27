import { bordered } from "./families/border";

export const replicationPad2d = bordered(
  { name: "ReplicationPad2d", made: "edge", of: "the outermost pixels" },
  "N C H W",
);
