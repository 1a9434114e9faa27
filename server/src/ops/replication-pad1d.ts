import { bordered } from "./families/border";

export const replicationPad1d = bordered(
  { name: "ReplicationPad1d", made: "edge", of: "the outermost pixels" },
  "N C L",
);
