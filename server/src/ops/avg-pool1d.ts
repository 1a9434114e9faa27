import { pooling } from "./families/pooling";

const kind = { name: "AvgPool1d", summary: "Keeps the mean of every window.", dilates: false };

export const avgPool1d = pooling(kind, "N C L");
