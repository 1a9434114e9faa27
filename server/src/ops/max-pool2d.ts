import { pooling } from "./families/pooling";

const kind = {
  name: "MaxPool2d",
  summary: "Keeps the largest value of every window.",
  dilates: true,
  largest: true,
} as const;

export const maxPool2d = pooling(kind, "N C H W");
