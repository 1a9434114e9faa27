import { bordered } from "./families/border";

export const replicationPad3d = bordered(
  { name: "ReplicationPad3d", made: "edge", of: "the outermost pixels" },
  "N C D H W",
);
