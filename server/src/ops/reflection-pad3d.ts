import { bordered } from "./border";

export const reflectionPad3d = bordered(
  { name: "ReflectionPad3d", of: "the image in a mirror", mirrors: true },
  "N C D H W",
);
