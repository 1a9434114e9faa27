import { pooling } from "./families/pooling";

const kind = { name: "AvgPool2d", summary: "Keeps the mean of every window.", dilates: false };

export const avgPool2d = pooling(kind, "N C H W");
