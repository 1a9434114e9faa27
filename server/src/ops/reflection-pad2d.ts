import { bordered } from "./families/border";

export const reflectionPad2d = bordered(
  { name: "ReflectionPad2d", made: "mirror", of: "the image in a mirror" },
  "N C H W",
);
