import { bordered } from "./border";

export const replicationPad3d = bordered({ name: "ReplicationPad3d", of: "the outermost pixels" }, "N C D H W");
