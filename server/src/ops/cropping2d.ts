import { cropping } from "./cropping";

export const cropping2d = cropping("Cropping2D", "N C H W");
