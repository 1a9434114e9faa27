import { extreme } from "./extreme";

export const max = extreme("Max", "largest");
