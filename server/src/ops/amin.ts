import { reducing } from "./families/reducing";

export const amin = reducing({
  name: "Amin",
  summary: "The smallest of all values along some axes.",
  formula: "y = the smallest value along dim",
});
