import { reducing } from "./families/reducing";

export const sum = reducing({
  name: "Sum",
  summary: "The sum of all values along some axes.",
  formula: "y = the sum along dim",
});
