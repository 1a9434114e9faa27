import { param } from "../core/param";
import { number } from "../core/types";
import { bordered } from "./families/border";

const params = { value: param(number({ suggest: [0] }), { doc: "The value of the border." }) };

export const constantPad3d = bordered(
  { name: "ConstantPad3d", made: "constant", of: "one value", params },
  "N C D H W",
);
