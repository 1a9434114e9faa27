import { bordered } from "./border";

export const reflectionPad2d = bordered(
  { name: "ReflectionPad2d", of: "the image in a mirror", mirrors: true },
  "N C H W",
);
