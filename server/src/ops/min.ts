import { extreme } from "./families/extreme";

export const min = extreme("Min", "smallest");
