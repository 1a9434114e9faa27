import { instanceNorm } from "./families/instance-norm";

export const instanceNorm2d = instanceNorm("InstanceNorm2d", "N C H W");
