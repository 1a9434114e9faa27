import { reducing } from "./families/reducing";

export const amax = reducing({
  name: "Amax",
  summary: "The largest of all values along some axes.",
  formula: "y = the largest value along dim",
});
