import { setLearning } from "../nn/parameters";
import { firstOf, isKind, type Native, native, type Tensor, unknown } from "../values";

const names = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** A tensor of its own that is none of the weights. */
export function plain({ parameter: _, learning: __, order: ___, ...tensor }: Tensor): Tensor {
  return tensor;
}

const ofTensor = (
  name: string,
  give: (tensor: Tensor, ...more: Parameters<Native["call"]>) => ReturnType<Native["call"]>,
) =>
  native(name, (given, run) => {
    const value = given.positional[0]?.value ?? given.named.get("input")?.value;
    return value !== undefined && isKind(value, "tensor") ? give(value, given, run) : unknown;
  });

/** They hand on the same tensor, wherever it is kept and whatever it remembers. */
const kept = names(`contiguous cpu cuda to float half double bfloat16 type type_as clone detach detach_
  alias rename refine_names pin_memory retain_grad share_memory_ xpu mps`).map((name) => ofTensor(name, plain));

/** Itself, whether it is trained or not. */
const learning = ofTensor("requires_grad_", (tensor, { positional, named }, run) => {
  setLearning(tensor, firstOf(positional[1]?.value, named.get("requires_grad")?.value, true)!, run);
  return tensor;
});

/** They fill it with other values and hand it on. */
const changed = names(`fill_ zero_ normal_ uniform_ copy_ clamp_ exp_ abs_ neg_ sqrt_ log_ pow_ masked_fill_ bernoulli_
  scatter_ scatter_add_ index_fill_ index_add_ index_copy_ round_ floor_ ceil_ trunc_normal_`).map((name) =>
  ofTensor(name, (tensor) => tensor),
);

const asType = (text: string, whole: NonNullable<Tensor["whole"]>) =>
  names(text).map((name) => ofTensor(name, (tensor) => ({ ...plain(tensor), whole })));

/** Whole numbers or truth values. */
const counted = [...asType("long int short byte", true), ...asType("bool isnan isinf isfinite logical_not", "truth")];

/** They change values one by one, or along an axis, so that the shape stays. */
const pointwise =
  names(`abs absolute exp expm1 log log2 log10 log1p sqrt rsqrt square reciprocal neg negative sign sgn sin
  cos tan asin acos atan sinh cosh erf erfinv ceil floor round trunc frac clamp clip clamp_min clamp_max nan_to_num
  lerp cumsum cumprod flip fliplr flipud roll bernoulli rand_like randn_like zeros_like ones_like empty_like
  full_like normalize batch_norm layer_norm group_norm instance_norm rms_norm prelu scatter scatter_add index_fill
  index_add logit triu tril gumbel_softmax`).map((name) =>
    ofTensor(name, (tensor, given, run) => run.tensor(tensor.shape, given)),
  );

export const shapeKeepers: readonly Native[] = [...kept, learning, ...changed, ...counted, ...pointwise];
