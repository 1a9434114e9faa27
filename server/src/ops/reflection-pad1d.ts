import { bordered } from "./border";

export const reflectionPad1d = bordered(
  { name: "ReflectionPad1d", made: "mirror", of: "the image in a mirror" },
  "N C L",
);
