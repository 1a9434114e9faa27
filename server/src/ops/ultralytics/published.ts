import { convnexts } from "./convnext";
import type { Image, Run } from "./parts";
import { residualNetworks } from "./residual-networks";

/** One part of a published network, an image in and an image out. */
export type Child = (run: Run, name: string, x: Image) => Image;

/** Parts up to the last image, by the name that torchvision gives the network; in all of them two parts follow. */
export const published: ReadonlyMap<string, readonly Child[]> = new Map(
  Object.entries({ ...convnexts, ...residualNetworks }),
);

/** The mean over the image, and the classes. */
export const behind = 2;
