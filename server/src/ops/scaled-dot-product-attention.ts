import { image } from "../core/batch";
import { add, compare, type Dim, divisible, isKnown, type Shape } from "../core/dim";
import { empty, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { bool, number } from "../core/types";
import { attends, mustAttend } from "./families/attending";
import { aligned, broadcast, broadcasts, clashOf } from "./families/broadcasting";

const axes = "... T F";

interface Vectors {
  readonly rest: Shape;
  readonly T: Dim;
  readonly F: Dim;
}
const whole = ({ rest, T, F }: Vectors): Shape => [...rest, T, F];

export const scaledDotProductAttention = op({
  name: "ScaledDotProductAttention",
  summary: "Gives for each query the mean of all values, each weighted by how well its key fits; nothing is learned.",
  formula:
    "y = softmax(query · keyᵀ / √features + mask) · value; MACs: queries · keys · (features of a key + of a value)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html",
  traits: ["join"],
  inputs: { query: axes, key: axes, value: axes, mask: "*?" },
  outputs: { y: axes },
  params: {
    dropout_p: param(number({ min: 0, max: 1 }), { doc: "Share of the scores that are set to zero.", default: 0 }),
    is_causal: param(bool, { doc: "Whether a query sees the keys before it alone.", default: false }),
    enable_gqa: param(bool, {
      doc: "Whether several heads of queries share a head of keys and values.",
      default: false,
    }),
  },
  constraints: {
    ...attends,
    ...broadcasts,
    "heads-share-keys": "Heads of queries must share heads of keys evenly.",
  },
  infer({ query, key, value, mask }, { enable_gqa }, must) {
    mustAttend(query, value, key, false, must);
    const heads = query.rest.at(-1);
    const shared = enable_gqa ? [key, value].map(({ rest }) => rest.at(-1)) : [];
    const odd = shared.findIndex((own) => typeof own === "number" && own > 0 && divisible(heads ?? 1, own) === "no");
    const uneven = odd < 0 ? empty : say`${heads ?? 1} heads of queries cannot share ${shared[odd]!} heads evenly`;
    must("heads-share-keys", odd < 0 ? "yes" : "no", { input: odd === 1 ? "value" : "key" }, uneven);
    const before = [query, key, value].map(({ rest }) => (enable_gqa ? rest.slice(0, -1) : rest));
    const [q, k, v] = aligned(before, false) as [Shape, Shape, Shape];
    const paired = ([input, one]: readonly ["key" | "value", Shape]): boolean => {
      const axis = clashOf(q, one);
      const other = image(whole(input === "key" ? key : value));
      const differ =
        axis < 0
          ? empty
          : say`queries ${image(whole(query))} cannot be paired with ${other}: ${q[axis]!} and ${one[axis]!} differ, and neither is 1`;
      must("shapes-broadcast", axis < 0 ? "yes" : "no", { input }, differ);
      return axis < 0;
    };
    // Of keys and values that both do not fit, the keys are told of.
    [["key", k] as const, ["value", v] as const].every(paired);
    const rest = [...broadcast(broadcast(q, k), v), ...(enable_gqa ? query.rest.slice(-1) : [])];
    if (mask) {
      const scores: Shape = [...rest, query.T, key.T];
      const [full, own] = aligned([scores, mask], false) as [Shape, Shape];
      const fits = mask.length <= scores.length && clashOf(full, own) < 0;
      must(
        "shapes-broadcast",
        fits ? "yes" : "no",
        { input: "mask" },
        say`a mask of ${image(mask)} does not go with scores of ${image(scores)}`,
      );
    }
    return { y: { rest, T: query.T, F: value.F } };
  },
  /** Every query is compared with every key, and every value is weighted for every query. */
  macs({ query, key, value }, _, { y }) {
    const asked = [...y.rest, query.T].slice(1);
    const known = compare(query.F, key.F) === "no" || !isKnown(query.F) ? key.F : query.F;
    return [...asked, key.T, add(known, value.F)];
  },
  reach: () => "everything",
});
