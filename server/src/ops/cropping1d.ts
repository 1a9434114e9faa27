import { cropping } from "./families/cropping";

export const cropping1d = cropping("Cropping1D", "N C L");
