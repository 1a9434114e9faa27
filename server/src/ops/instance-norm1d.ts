import { instanceNorm } from "./families/instance-norm";

export const instanceNorm1d = instanceNorm("InstanceNorm1d", "N C L");
