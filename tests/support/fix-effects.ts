/** What a fix that is safe may change beside the text. Whoever is not named here changes nothing that is known. */
export type Effect = "parameters" | "macs" | "shapes" | "rows";

export const effects: { readonly [id: string]: readonly Effect[] } = {
  "bias-before-norm": ["parameters"],
  // One that is never negative needs no slope, and a PReLU has learned ones.
  "double-activation": ["rows", "parameters"],
  "dropout-rate": ["rows"],
  "identity-layer": ["rows"],
  "redundant-flatten": ["rows"],
  // A layer that lost its dash was part of the one above.
  "wrong-layer": ["rows", "shapes", "parameters", "macs"],
};
