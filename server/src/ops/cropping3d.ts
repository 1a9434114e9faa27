import { cropping } from "./families/cropping";

export const cropping3d = cropping("Cropping3D", "N C D H W");
