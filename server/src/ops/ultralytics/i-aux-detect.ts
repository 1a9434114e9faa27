import { say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { list, number } from "../../core/types";
import { conv2d } from "../conv2d";
import { params as common, perPlace, predicted, rowsFor } from "./anchor-detect";
import { head } from "./detect";
import { implicitPredictions } from "./i-detect";
import { runner } from "./parts";
import { pyramids } from "./several-heads";

export const iAuxDetect = op({
  name: "IAuxDetect",
  summary: "IDetect on the first half of its inputs, with an auxiliary head for training on the second.",
  ...head,
  levels: (inputs) => pyramids(2, inputs),
  params: {
    nc: common.nc,
    anchors: param(list(list(number())), { doc: "Widths and heights of boxes for each input of the first half." }),
  },
  constraints: { "anchors-for-each-input": "There must be one row of anchors for every two inputs." },
  infer({ xs }, { nc, anchors }, must, call) {
    const rows = anchors.length;
    must(
      "anchors-for-each-input",
      2 * rows === xs.length ? "yes" : "no",
      { arg: "anchors" },
      say`${rowsFor(rows, xs.length)}: each row serves two, one of the main head and one of the auxiliary`,
    );
    const run = runner(call),
      main = xs.slice(0, rows),
      out_channels = perPlace(anchors) * (nc + 5);
    implicitPredictions(run, main, anchors, nc + 5);
    xs.slice(rows).forEach((x, i) => run(`m2.${i}`, conv2d, x, { out_channels, kernel_size: [1, 1] }));
    return { y: predicted(main.length ? main : xs, anchors, nc + 5) };
  },
});
