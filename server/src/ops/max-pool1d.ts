import { pooling } from "./families/pooling";

const kind = {
  name: "MaxPool1d",
  summary: "Keeps the largest value of every window.",
  dilates: true,
  largest: true,
} as const;

export const maxPool1d = pooling(kind, "N C L");
