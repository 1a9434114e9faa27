import { bordered } from "./families/border";

export const reflectionPad1d = bordered(
  { name: "ReflectionPad1d", made: "mirror", of: "the image in a mirror" },
  "N C L",
);
