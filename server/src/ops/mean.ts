import { reducing } from "./families/reducing";

export const mean = reducing({
  name: "Mean",
  summary: "The mean of all values along some axes.",
  formula: "y = the sum along dim / the number of values",
});
