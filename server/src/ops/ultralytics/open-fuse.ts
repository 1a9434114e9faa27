import { op } from "../../core/op";
import { add } from "../add";
import { upsample } from "../upsample";
import { cbFuse } from "./cb-fuse";
import type { Open } from "./open";
import { type Image, image, runner } from "./parts";

/** Each but the last is made as large as that, and all are added. */
const openFuse = op({
  ...cbFuse,
  infer({ xs }: { readonly xs: readonly Image[] }, _args: unknown, _must: unknown, call) {
    const run = runner(call);
    const { H, W } = xs.at(-1)!;
    const size = [Number(H), Number(W)];
    const [a, ...more] = xs.slice(0, -1).map((x) => run("", upsample, x, { size }));
    return { y: a ? image(call("", add, { a, more: [...more, xs.at(-1)!] }).y) : xs.at(-1)! };
  },
});

export const openFuses: readonly (readonly [typeof cbFuse, Open])[] = [[cbFuse, { op: openFuse }]];
