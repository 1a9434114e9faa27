import { instanceNorm } from "./families/instance-norm";

export const instanceNorm3d = instanceNorm("InstanceNorm3d", "N C D H W");
