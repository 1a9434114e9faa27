import type { Op } from "../../core/op";
import { choice, labelled } from "../../core/types";
import { celu } from "../celu";
import { elu } from "../elu";
import { gelu } from "../gelu";
import { hardshrink } from "../hardshrink";
import { hardsigmoid } from "../hardsigmoid";
import { hardswish } from "../hardswish";
import { hardtanh } from "../hardtanh";
import { identity } from "../identity";
import { leakyRelu } from "../leaky-relu";
import { logSigmoid } from "../log-sigmoid";
import { mish } from "../mish";
import { prelu } from "../prelu";
import { relu } from "../relu";
import { relu6 } from "../relu6";
import { rrelu } from "../rrelu";
import { selu } from "../selu";
import { sigmoid } from "../sigmoid";
import { silu } from "../silu";
import { softplus } from "../softplus";
import { softshrink } from "../softshrink";
import { softsign } from "../softsign";
import { tanh } from "../tanh";
import { tanhshrink } from "../tanhshrink";

type Activation = Op<any, { readonly x: "*" }, { readonly y: "*" }>;

/** Those that can be built in by their names alone, as they need no argument. */
export const activations: { readonly [name: string]: Activation } = {
  CELU: celu,
  ELU: elu,
  GELU: gelu,
  Hardshrink: hardshrink,
  Hardsigmoid: hardsigmoid,
  Hardswish: hardswish,
  Hardtanh: hardtanh,
  Identity: identity,
  LeakyReLU: leakyRelu,
  LogSigmoid: logSigmoid,
  Mish: mish,
  PReLU: prelu as unknown as Activation,
  RReLU: rrelu,
  ReLU: relu,
  ReLU6: relu6,
  SELU: selu,
  SiLU: silu,
  Sigmoid: sigmoid,
  Softplus: softplus,
  Softshrink: softshrink,
  Softsign: softsign,
  Tanh: tanh,
  Tanhshrink: tanhshrink,
};

export const activationWord = labelled(choice(...Object.keys(activations)), "an activation such as ReLU");

/** Those that can write over what they read, and so take the argument `inplace`; the others refuse it. */
export const inplace: ReadonlySet<string> = new Set([
  ...["CELU", "ELU", "Hardsigmoid", "Hardswish", "Hardtanh", "Identity", "LeakyReLU", "Mish"],
  ...["RReLU", "ReLU", "ReLU6", "SELU", "SiLU"],
]);
