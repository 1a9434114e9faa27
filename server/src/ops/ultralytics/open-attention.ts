import type { Shape } from "../../core/dim";
import { say } from "../../core/message";
import { type Op, op, type Tensor } from "../../core/op";
import type { Args } from "../../core/param";
import { ablock } from "./ablock";
import { attention } from "./attention";
import { conv } from "./conv";
import { type Open, stepsBy } from "./open";
import { added, type Image, image, type Run, runner, share } from "./parts";

interface Heads {
  readonly heads: number;
  /** Channels of the keys of one head, and of its values. */
  readonly keys: number;
  readonly values: number;
  readonly areas: number;
}

/** Queries, keys and values lie behind one another in each head; every pixel is compared with all of its area. */
function attended(
  run: Run,
  mixed: Image,
  positions: (values: Image) => Image,
  { heads, keys, values, areas }: Heads,
): Image {
  const { flatten, unflatten, split, transpose, permute, softmax, product } = stepsBy(run.call);
  const each = 2 * keys + values;
  const apart = unflatten(flatten(mixed, 2), 1, [heads, each]);
  const inAreas = areas === 1 ? apart : permute(unflatten(apart, 3, [areas, -1]), [0, 3, 1, 2, 4]);
  const axis = areas === 1 ? 2 : 3;
  const [q, k, v] = split(inAreas, [keys, keys, values], axis) as readonly [Tensor, Tensor, Tensor];
  const shares = softmax(product(transpose(q, axis, axis + 1), k), -1);
  const seen = product(v, transpose(shares, axis, axis + 1));
  const asImage = (x: Tensor): Image => {
    const whole = areas === 1 ? x : flatten(permute(x, [0, 2, 3, 1, 4]), 3);
    return image(unflatten(flatten(whole, 1, 2), 2, [mixed.H, mixed.W]) as Shape);
  };
  return added(run, asImage(seen), positions(asImage(v)));
}

const openAttention = op({
  ...attention,
  infer({ x }: { readonly x: Image }, { heads, key }: Args<typeof attention.params>, _: unknown, call) {
    const run = runner(call),
      c = Number(x.C),
      values = Math.floor(c / heads),
      keys = Math.trunc(values * key);
    const mixed = run("qkv", conv, x, { c2: c + 2 * keys * heads, act: false });
    const places = (image: Image): Image => run("pe", conv, image, { c2: c, k: [3, 3], g: c, act: false });
    const seen = attended(run, mixed, places, { heads, keys, values, areas: 1 });
    return { y: run("proj", conv, seen, { c2: c, act: false }) };
  },
});

const openAblock = op({
  ...ablock,
  infer({ x }: { readonly x: Image }, { mlp_ratio, area, pe }: Args<typeof ablock.params>, _: unknown, call) {
    const run = runner(call),
      c = Number(x.C);
    const mixed = run("attn.qkv", conv, x, { c2: 3 * c, act: false });
    const places = (image: Image): Image => run("attn.pe", conv, image, { c2: c, k: [pe, pe], g: c, act: false });
    const each = { heads: Math.floor(c / 32), keys: 32, values: 32, areas: Math.max(area, 1) };
    const inside = added(run, x, run("attn.proj", conv, attended(run, mixed, places, each), { c2: c, act: false }));
    const wide = run("mlp.0", conv, inside, { c2: share(c, mlp_ratio) });
    return { y: added(run, inside, run("mlp.1", conv, wide, { c2: c, act: false })) };
  },
});

const besides = say`The library also divides the products by the root of their length, before the softmax.`;

export const openAttentions: readonly (readonly [Op, Open])[] = [
  [attention, { op: openAttention, besides }],
  [ablock, { op: openAblock, besides, fits: ({ apart }) => !apart }],
];
