import { spell } from "../core/vocabulary";
import { additiveAttention } from "../ops/additive-attention";
import { attentionOverAxes } from "../ops/attention-over-axes";
import { convLstm1d } from "../ops/conv-lstm1d";
import { convLstm2d } from "../ops/conv-lstm2d";
import { convLstm3d } from "../ops/conv-lstm3d";
import { dotProductAttention } from "../ops/dot-product-attention";
import { einsumDense } from "../ops/einsum-dense";
import { embedding } from "../ops/embedding";
import { gruLayer } from "../ops/gru-layer";
import { lstmLayer } from "../ops/lstm-layer";
import { simpleRnn } from "../ops/simple-rnn";
import { care, common, convolved, learned } from "./keras-words";

const kept = care("kernel", "recurrent", "bias").filter((word) => !common.includes(word));
const dropped = ["dropout", "recurrent_dropout"];
const given = ["return_sequences", "return_state"];
const run = ["go_backwards", "stateful", "unroll"];
const gated = ["activation", "recurrent_activation"];

/** What a layer takes that goes through steps, in this order; what the operator does not know changes no shape. */
const stepped = (order: readonly string[]) => {
  const all = [...order, "zero_output_for_mask", ...common];
  const known = ["units", "use_bias", "reset_after", ...given];
  return { words: { use_bias: "bias" }, order: all, ignores: all.filter((word) => !known.includes(word)) } as const;
};

const { words, takes, layoutBy, constraints, must } = convolved();
const filtered = {
  words,
  takes,
  layoutBy,
  constraints,
  must,
  order: [
    ...["filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate"],
    ...[...gated, "use_bias", ...kept, "unit_forget_bias", ...dropped, "seed", ...given, ...run, ...common],
  ],
  ignores: [...gated, ...kept, "unit_forget_bias", ...dropped, "seed", ...run, ...common],
} as const;

/** Layers over sequences and sets of vectors, apart because there are many. */
export const sequences = {
  AdditiveAttention: spell(additiveAttention, { ignores: ["seed", "score_mode", ...common] }),
  Attention: spell(dotProductAttention, { ignores: ["seed", ...common] }),
  ConvLSTM1D: spell(convLstm1d, filtered),
  ConvLSTM2D: spell(convLstm2d, filtered),
  ConvLSTM3D: spell(convLstm3d, filtered),
  EinsumDense: spell(einsumDense, {
    applies: ["activation"],
    ignores: [...learned, "lora_alpha"],
    order: ["equation", "output_shape", "activation", "bias_axes", ...learned, "lora_rank", "lora_alpha"],
  }),
  Embedding: spell(embedding, {
    words: { input_dim: "num_embeddings", output_dim: "embedding_dim" },
    implied: ["padding_idx"],
    ignores: [...care("embeddings"), "mask_zero", "weights", "lora_alpha", "input_length"],
    order: [
      ...["input_dim", "output_dim", ...care("embeddings"), "mask_zero", "weights"],
      ...["lora_rank", "lora_alpha", "input_length"],
    ],
  }),
  GRU: spell(
    gruLayer,
    stepped(["units", ...gated, "use_bias", ...kept, ...dropped, "seed", ...given, ...run, "reset_after", "use_cudnn"]),
  ),
  LSTM: spell(
    lstmLayer,
    stepped([
      ...[
        "units",
        ...gated,
        "use_bias",
        ...kept,
        "unit_forget_bias",
        ...dropped,
        "seed",
        ...given,
        ...run,
        "use_cudnn",
      ],
    ]),
  ),
  MultiHeadAttention: spell(attentionOverAxes, {
    words: { use_bias: "bias" },
    ignores: ["flash_attention", ...learned, "seed"],
    order: [
      ...["num_heads", "key_dim", "value_dim", "dropout", "use_bias", "output_shape", "attention_axes"],
      ...["flash_attention", ...learned, "seed", "use_gate"],
    ],
  }),
  SimpleRNN: spell(
    simpleRnn,
    stepped(["units", "activation", "use_bias", ...kept, ...dropped, ...given, ...run, "seed"]),
  ),
};
