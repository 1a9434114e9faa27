import { param } from "../core/param";
import { number } from "../core/types";
import { bordered } from "./families/border";

const params = { value: param(number({ suggest: [0] }), { doc: "The value of the border." }) };

export const constantPad1d = bordered({ name: "ConstantPad1d", made: "constant", of: "one value", params }, "N C L");
