import { cropping } from "./families/cropping";

export const cropping2d = cropping("Cropping2D", "N C H W");
