import { add, compare, type Dim, type Shape, unknown } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { carry } from "../core/trace";
import { bool, int, number, oneOrMore, optional, size } from "../core/types";
import { einsumDense } from "./einsum-dense";
import { projection } from "./families/einsum";

/** Positions of any number of axes between batch and features. */
type Positions = { readonly N: Dim; readonly rest: Shape; readonly F: Dim };

/** Keras' attention of several heads, over any of the axes between batch and features. */
export const attentionOverAxes = op({
  name: "AttentionOverAxes",
  summary: "Several heads project queries, keys and values, attend, and are projected to one result.",
  formula:
    "softmax(q · kᵀ / √key_dim) · v in every head; MACs: the projections, and heads · queries · keys · (key_dim + value_dim)",
  source: "https://keras.io/api/layers/attention_layers/multi_head_attention/",
  inputs: { query: "N ... F", value: "N ... F", key: "N ... F?" },
  outputs: { y: "N ... F" },
  params: {
    num_heads: param(int({ min: 1, suggest: [4, 8] }), { doc: "Number of heads." }),
    key_dim: param(size({ suggest: [32, 64] }), { doc: "Length of queries and keys in a head.", unit: "features" }),
    value_dim: param(optional(size()), {
      doc: "Length of values in a head; that of the keys if null.",
      unit: "features",
    }),
    dropout: param(number({ min: 0, max: 1 }), {
      doc: "Share of the scores that are set to zero while training.",
      default: 0,
    }),
    bias: param(bool, { doc: "Whether every projection adds a learned constant.", default: true }),
    output_shape: param(optional(oneOrMore(size())), {
      doc: "What stands in place of the features of a query; as many features if null.",
    }),
    attention_axes: param(optional(oneOrMore(int())), {
      doc: "The axes that are attended over, the batch being 0; all between batch and features if null.",
    }),
    use_gate: param(bool, {
      doc: "Whether a projection of the queries says how much of every head is let through.",
      default: false,
    }),
  },
  constraints: {
    "axis-exists": "The axis must be one of the input's.",
    "keys-match-values": "There must be one key for each value.",
    "queries-match-values": "Queries and values must agree in every axis that is not attended over.",
  },

  infer({ query, value, key = value }, args, must, call) {
    const { num_heads, key_dim, value_dim = key_dim, output_shape = [query.F] } = args;
    const rank = value.rest.length + 2;
    for (const axis of args.attention_axes ?? []) {
      const place = axis < 0 ? rank + axis : axis;
      const message = say`there is no axis ${axis}: with the batch as axis 0, ${[...value.rest, value.F]} has axes up to ${rank - 1}`;
      const exists = place <= rank && place >= -rank - 1;
      must("axis-exists", exists ? "yes" : "no", { arg: "attention_axes" }, message);
      if (!exists) return { y: query };
    }
    const paired = misfit(key.rest, value.rest) === undefined;
    const unpaired = say`keys stand in ${key.rest}, but values in ${value.rest}`;
    must("keys-match-values", paired ? "yes" : "no", { input: "key" }, unpaired);
    const attended = attendedIn(value, args.attention_axes);
    const odd = misfit(query.rest, value.rest, attended);
    const apart =
      odd === -1
        ? say`queries have ${query.rest.length + 1} axes beside the batch, but values ${value.rest.length + 1}`
        : say`axis ${(odd ?? 0) + 1} is not attended over: it has ${query.rest[odd ?? 0] ?? 0} for queries, but ${value.rest[odd ?? 0] ?? 0} for values`;
    must("queries-match-values", odd === undefined ? "yes" : "no", { input: "value" }, apart);

    const project = (name: string, x: Positions, length: Dim): Shape => {
      const [equation, added] = projection(x.rest.length + 1, 1, 2);
      const sizes = [...x.rest.map(() => undefined), num_heads, length];
      const bias_axes = args.bias ? added : undefined;
      return call(name, einsumDense, { x }, { equation, output_shape: sizes, bias_axes }).y;
    };
    project("query", query, key_dim);
    project("key", key, key_dim);
    if (args.use_gate) project("gate", query, value_dim);
    project("value", value, value_dim);
    const heads = [query.N, ...query.rest, num_heads, value_dim];
    const [equation, added] = projection(query.rest.length + 1, 2, output_shape.length);
    const sizes = [...query.rest.map(() => undefined), ...output_shape];
    const bias_axes = args.bias ? added : undefined;
    const { y } = call("attention_output", einsumDense, { x: heads }, { equation, output_shape: sizes, bias_axes });
    return { y: carry(y, { N: y[0]!, rest: y.slice(1, -1), F: y.at(-1)! }) };
  },

  macs({ query, value }, { num_heads, key_dim, value_dim = key_dim, attention_axes }) {
    const keys = attendedIn(value, attention_axes)?.map((axis) => value.rest[axis - 1] ?? unknown) ?? [unknown];
    return [num_heads, ...query.rest, ...keys, add(key_dim, value_dim)];
  },

  reach: () => "everything",
});

/** The axes that are attended over. Where there is only one, Keras does not ask which. */
function attendedIn({ rest }: Positions, axes: readonly number[] | undefined): readonly number[] {
  const all = rest.map((_, i) => i + 1);
  return rest.length === 1 ? all : (axes?.map((axis) => (axis < 0 ? rest.length + 2 + axis : axis)) ?? all);
}

/** The first axis in which two do not agree, those left out that need not; -1 where one has more of them. */
function misfit(a: Shape, b: Shape, free: readonly number[] = []): number | undefined {
  if (a.length !== b.length) return -1;
  const found = a.findIndex((size, i) => {
    const stretches = free.length > 0 && (size === 1 || b[i] === 1);
    return !free.includes(i + 1) && !stretches && compare(size, b[i]!) === "no";
  });
  return found < 0 ? undefined : found;
}
