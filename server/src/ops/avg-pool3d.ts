import { pooling } from "./families/pooling";

const kind = { name: "AvgPool3d", summary: "Keeps the mean of every window.", dilates: false, strict: true };

export const avgPool3d = pooling(kind, "N C D H W");
