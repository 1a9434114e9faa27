import { batch, perImage } from "../core/batch";
import { add, compare, type Dim, divide, divisible, mul, unknown } from "../core/dim";
import { empty, say, setting } from "../core/message";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, int, number, optional, size } from "../core/types";
import { evenParts, partsInstead } from "./families/groups";

/** Features of keys and values, which are as many as of queries unless it is said otherwise. */
const features = (what: string) =>
  param(optional(size()), { doc: `Features of a ${what}; as many as of a query if null.`, unit: "features" });

const axes = "N T F";

export const multiheadAttention = op({
  name: "MultiheadAttention",
  summary: "Several heads attend, each to its share of the features of queries, keys and values.",
  formula:
    "softmax(q · kᵀ / √(embed_dim / heads)) · v in every head; MACs: the four projections, and queries · keys · 2 · embed_dim",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html",
  inputs: { query: axes, key: axes, value: axes },
  outputs: { y: axes, scores: "N T S" },
  params: {
    num_heads: param(int({ min: 1, suggest: [4, 8] }), { doc: "Number of heads." }),
    dropout: param(number({ min: 0, max: 1 }), {
      doc: "Share of the scores that are set to zero while training.",
      default: 0,
    }),
    bias: param(bool, { doc: "Whether every projection adds a learned constant.", default: true }),
    add_bias_kv: param(bool, { doc: "Whether a learned key and value are added to those given.", default: false }),
    add_zero_attn: param(bool, { doc: "Whether a key and value of zeros are added to those given.", default: false }),
    kdim: features("key"),
    vdim: features("value"),
    batch_first: param(bool, {
      doc: "Whether the first axis is the batch and the second the steps; the other way round if not.",
      default: false,
    }),
  },
  constraints: {
    "heads-divide-features": "Each head has an equal share of the features.",
    "keys-match-values": "There must be one key for each value.",
    "batches-agree": "Queries and keys must be of the same images.",
  },

  infer({ query, key, value }, args, must) {
    const { num_heads, batch_first } = args;
    const E = query.F;
    const even = divisible(E, num_heads);
    const instead = even === "no" ? partsInstead(E as number, num_heads) : empty;
    const uneven = say`${E} features cannot be split into ${num_heads} heads${instead}`;
    const remedies = even === "no" ? evenParts("num_heads", E as number, num_heads) : [];
    must("heads-divide-features", even, { arg: "num_heads", remedies }, uneven);
    const steps = batch_first ? "T" : "N";
    const batch = batch_first ? "N" : "T";
    const pairs = say`there are ${key[steps]} keys, but ${value[steps]} values`;
    must("keys-match-values", compare(key[steps], value[steps]), { input: "value" }, pairs);
    const other = compare(query[batch], key[batch]) === "no" ? "key" : "value";
    const sizes =
      other === "key"
        ? say`the batch is ${query[batch]} for queries, but ${key[batch]} for keys`
        : say`the batch is ${query[batch]} for queries, but ${value[batch]} for values`;
    const hint = batch_first ? empty : say`: without ${setting("batch_first", "true")} it is the second axis`;
    const agree = other === "key" ? "no" : compare(query[batch], value[batch]);
    must("batches-agree", agree, { input: other }, say`${sizes}${hint}`);
    return { y: query, scores: { N: query[batch], T: query[steps], S: add(key[steps], more(args)) } };
  },

  weights({ query: { F: E } }, { bias, add_bias_kv, kdim = E, vdim = E }) {
    const all = mul(3, E);
    const packed = compare(kdim, E) === "yes" && compare(vdim, E) === "yes";
    return [
      ...(packed
        ? [weight("in_proj_weight", [all, E])]
        : [weight("q_proj_weight", [E, E]), weight("k_proj_weight", [E, kdim]), weight("v_proj_weight", [E, vdim])]),
      ...(bias ? [weight("in_proj_bias", [all])] : []),
      weight("out_proj.weight", [E, E]),
      ...(bias ? [weight("out_proj.bias", [E])] : []),
      ...(add_bias_kv ? [weight("bias_k", [1, 1, E]), weight("bias_v", [1, 1, E])] : []),
    ];
  },

  /** Queries are projected in and out and compared with every key, twice; keys and values are projected once. */
  macs({ query, key, value }, args) {
    const folded = !args.batch_first && typeof query.N !== "number" && divide(query.N, batch);
    if (folded && folded !== 1) return [unknown];
    const keys = add(args.batch_first ? key.T : key.N, more(args));
    const asked = mul(positions(query, args), 2, add(query.F, keys));
    return [query.F, add(asked, mul(positions(key, args), add(key.F, value.F)))];
  },

  reach: () => "everything",
});

/** Keys and values that belong to the layer. */
const more = (args: { readonly add_bias_kv: boolean; readonly add_zero_attn: boolean }): number =>
  Number(args.add_bias_kv) + Number(args.add_zero_attn);

/** Places of one image, wherever the batch stands; among numbers it is where `batch_first` says. */
function positions({ N, T }: { readonly N: Dim; readonly T: Dim }, args: { readonly batch_first: boolean }): Dim {
  if (args.batch_first) return T;
  return typeof N === "number" && typeof T === "number" ? N : mul(...perImage([N, T]));
}
