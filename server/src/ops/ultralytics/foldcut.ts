import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { add } from "../add";
import { chunk } from "../chunk";
import { axisExists, axisNotBatch, mustExist, mustNotBeBatch } from "../families/axis";

export const foldcut = op({
  name: "Foldcut",
  summary: "Cuts a tensor in half along one axis and adds the halves.",
  traits: ["join"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dimension: param(int({ suggest: [1] }), {
      doc: "The axis that is cut, the batch being 0; a negative one counts from the last.",
      default: 0,
    }),
  },
  constraints: { ...axisExists, ...axisNotBatch },
  infer({ x }, { dimension }, must, call) {
    mustExist(dimension, x, { arg: "dimension" }, must);
    mustNotBeBatch(dimension, x, { arg: "dimension" }, must);
    const [first, second] = call("", chunk, { x }, { chunks: 2, dim: dimension }).ys;
    return { y: first && second ? call("", add, { a: first, more: [second] }).y : (first ?? x) };
  },
});
