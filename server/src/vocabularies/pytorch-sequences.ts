import { compare, type Dim, type Truth } from "../core/dim";
import { type Message, say, setting } from "../core/message";
import { spell } from "../core/vocabulary";
import { embedding } from "../ops/embedding";
import { gru } from "../ops/gru";
import { lstm } from "../ops/lstm";
import { multiheadAttention } from "../ops/multihead-attention";
import { rnn } from "../ops/rnn";

const read = { states: { input_size: "x.F" } } as const;

type MustHave = (
  constraint: "key-features-agree",
  holds: Truth,
  at: { readonly arg: "kdim" | "vdim" } | { readonly input: "key" | "value" },
  message: Message,
) => void;

interface Attended {
  readonly query: { readonly F: Dim };
  readonly key: { readonly F: Dim };
  readonly value: { readonly F: Dim };
}

/** Features that are not those of a query are said in arguments of their own; where both are missing, that is one mistake. */
function mustHave(
  { query, key, value }: Attended,
  { kdim, vdim }: { readonly kdim: Dim | undefined; readonly vdim: Dim | undefined },
  must: MustHave,
): void {
  const id = "key-features-agree";
  const differs = (said: Dim | undefined, { F }: { readonly F: Dim }) =>
    said !== undefined && compare(said, F) === "no";
  if (differs(kdim, key)) must(id, "no", { arg: "kdim" }, say`kdim is ${kdim!}, but a key has ${key.F} features`);
  if (differs(vdim, value)) must(id, "no", { arg: "vdim" }, say`vdim is ${vdim!}, but a value has ${value.F} features`);
  const keys = kdim === undefined && compare(key.F, query.F) === "no";
  const values = vdim === undefined && compare(value.F, query.F) === "no";
  if (!keys && !values) return;
  const repair =
    keys && values
      ? say`${setting("kdim", key.F)} and ${setting("vdim", value.F)}`
      : keys
        ? say`${setting("kdim", key.F)}`
        : say`${setting("vdim", value.F)}`;
  const [input, noun, found] = keys ? (["key", say`key`, key.F] as const) : (["value", say`value`, value.F] as const);
  must(id, "no", { input }, say`a ${noun} has ${found} features, and a query ${query.F}; ${repair} would say so`);
}

/** The classes of `torch.nn` over sequences and sets of vectors. */
export const sequences = {
  Embedding: spell(embedding, {
    implied: ["lora_rank"],
    ignores: ["max_norm", "norm_type", "scale_grad_by_freq", "sparse"],
  }),
  GRU: spell(gru, read),
  LSTM: spell(lstm, read),
  MultiheadAttention: spell(multiheadAttention, {
    states: { embed_dim: "query.F" },
    constraints: {
      "key-features-agree": "Keys and values have the features that `kdim` and `vdim` say, or those of a query.",
    },
    must: mustHave,
  }),
  RNN: spell(rnn, read),
};
