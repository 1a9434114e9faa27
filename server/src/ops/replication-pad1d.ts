import { bordered } from "./border";

export const replicationPad1d = bordered({ name: "ReplicationPad1d", of: "the outermost pixels" }, "N C L");
