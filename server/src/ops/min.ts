import { extreme } from "./extreme";

export const min = extreme("Min", "smallest");
