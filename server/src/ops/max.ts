import { extreme } from "./families/extreme";

export const max = extreme("Max", "largest");
