import { pooling } from "./families/pooling";

const kind = {
  name: "MaxPool3d",
  summary: "Keeps the largest value of every window.",
  dilates: true,
  largest: true,
} as const;

export const maxPool3d = pooling(kind, "N C D H W");
