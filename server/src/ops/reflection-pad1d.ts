import { bordered } from "./border";

export const reflectionPad1d = bordered(
  { name: "ReflectionPad1d", of: "the image in a mirror", mirrors: true },
  "N C L",
);
