import { spell } from "../core/vocabulary";
import { celu } from "../ops/celu";
import { elu } from "../ops/elu";
import { exponential } from "../ops/exponential";
import { gelu } from "../ops/gelu";
import { glu } from "../ops/glu";
import { hardshrink } from "../ops/hardshrink";
import { hardsigmoid } from "../ops/hardsigmoid";
import { hardswish } from "../ops/hardswish";
import { hardtanh } from "../ops/hardtanh";
import { leakyRelu } from "../ops/leaky-relu";
import { logSigmoid } from "../ops/log-sigmoid";
import { logSoftmax } from "../ops/log-softmax";
import { mish } from "../ops/mish";
import { relu } from "../ops/relu";
import { relu6 } from "../ops/relu6";
import { selu } from "../ops/selu";
import { sigmoid } from "../ops/sigmoid";
import { silu } from "../ops/silu";
import { softmax } from "../ops/softmax";
import { softplus } from "../ops/softplus";
import { softshrink } from "../ops/softshrink";
import { softsign } from "../ops/softsign";
import { sparsePlus } from "../ops/sparse-plus";
import { sparseSigmoid } from "../ops/sparse-sigmoid";
import { sparsemax } from "../ops/sparsemax";
import { squareplus } from "../ops/squareplus";
import { tanh } from "../ops/tanh";
import { tanhshrink } from "../ops/tanhshrink";
import { threshold } from "../ops/threshold";

/** The functions of `keras.activations`, which stand where an argument names one. */
export const functions = {
  celu: spell(celu),
  elu: spell(elu),
  exponential: spell(exponential),
  gelu: spell(gelu),
  glu: spell(glu),
  hard_shrink: spell(hardshrink),
  hard_sigmoid: spell(hardsigmoid),
  hard_silu: spell(hardswish),
  hard_swish: spell(hardswish),
  hard_tanh: spell(hardtanh),
  leaky_relu: spell(leakyRelu),
  log_sigmoid: spell(logSigmoid),
  log_softmax: spell(logSoftmax, { defaults: { axis: -1 } }),
  mish: spell(mish),
  relu: spell(relu),
  relu6: spell(relu6),
  selu: spell(selu),
  sigmoid: spell(sigmoid),
  silu: spell(silu),
  soft_shrink: spell(softshrink),
  softmax: spell(softmax, { defaults: { axis: -1 } }),
  softplus: spell(softplus),
  softsign: spell(softsign),
  sparse_plus: spell(sparsePlus),
  sparse_sigmoid: spell(sparseSigmoid),
  sparsemax: spell(sparsemax),
  squareplus: spell(squareplus),
  swish: spell(silu),
  tanh: spell(tanh),
  tanh_shrink: spell(tanhshrink),
  threshold: spell(threshold, { words: { default_value: "value" } }),
};
