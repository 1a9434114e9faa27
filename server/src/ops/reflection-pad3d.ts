import { bordered } from "./families/border";

export const reflectionPad3d = bordered(
  { name: "ReflectionPad3d", made: "mirror", of: "the image in a mirror" },
  "N C D H W",
);
