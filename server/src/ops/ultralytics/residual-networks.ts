import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { maxPool2d } from "../max-pool2d";
import { relu } from "../relu";
import { added, type Image, type Run } from "./parts";
import type { Child } from "./published";

interface Kind {
  /** How often each of the four stages repeats its block. */
  readonly depths: readonly number[];
  /** Three convolutions in a block, the last of them four times wider. */
  readonly bottleneck: boolean;
  /** Width of the middle convolution of a bottleneck, in groups of 64ths. */
  readonly width: number;
  readonly groups: number;
}

/** A convolution without bias and its normalisation, under the names that torchvision gives them. */
function normed(
  run: Run,
  conv: string,
  norm: string,
  x: Image,
  out: number,
  side: number,
  step = 1,
  groups = 1,
): Image {
  const pad = Math.floor(side / 2);
  const y = run(conv, conv2d, x, {
    out_channels: out,
    kernel_size: [side, side],
    stride: [step, step],
    padding: [pad, pad],
    groups,
    bias: false,
  });
  return run(norm, batchNorm2d, y);
}

function block(run: Run, name: string, x: Image, planes: number, step: number, kind: Kind): Image {
  const at = (part: string, input: Image, out: number, side: number, by = 1, groups = 1): Image =>
    normed(run, `${name}.conv${part}`, `${name}.bn${part}`, input, out, side, by, groups);
  const bent = (y: Image): Image => run(`${name}.relu`, relu, y);
  const out = kind.bottleneck ? 4 * planes : planes;
  const inside = Math.floor((planes * kind.width) / 64) * kind.groups;
  const through = kind.bottleneck
    ? at("3", bent(at("2", bent(at("1", x, inside, 1)), inside, 3, step, kind.groups)), out, 1)
    : at("2", bent(at("1", x, planes, 3, step)), planes, 3);
  const around =
    step !== 1 || x.C !== out ? normed(run, `${name}.downsample.0`, `${name}.downsample.1`, x, out, 1, step) : x;
  return bent(added(run, through, around));
}

/** The parts of a residual network up to its last image; the mean and the classes come behind them. */
const residual = (kind: Kind): readonly Child[] => [
  (run, name, x) =>
    run(name, conv2d, x, { out_channels: 64, kernel_size: [7, 7], stride: [2, 2], padding: [3, 3], bias: false }),
  (run, name, x) => run(name, batchNorm2d, x),
  (run, name, x) => run(name, relu, x),
  (run, name, x) => run(name, maxPool2d, x, { kernel_size: [3, 3], stride: [2, 2], padding: [1, 1] }),
  ...kind.depths.map(
    (depth, stage): Child =>
      (run, name, x) => {
        let y = x;
        for (let i = 0; i < depth; i++)
          y = block(run, `${name}.${i}`, y, 64 * 2 ** stage, stage > 0 && i === 0 ? 2 : 1, kind);
        return y;
      },
  ),
];

const plain = (...depths: number[]) => residual({ depths, bottleneck: false, width: 64, groups: 1 });
const deep = (depths: readonly number[], width = 64, groups = 1) =>
  residual({ depths, bottleneck: true, width, groups });

export const residualNetworks: { readonly [name: string]: readonly Child[] } = {
  resnet18: plain(2, 2, 2, 2),
  resnet34: plain(3, 4, 6, 3),
  resnet50: deep([3, 4, 6, 3]),
  resnet101: deep([3, 4, 23, 3]),
  resnet152: deep([3, 8, 36, 3]),
  resnext50_32x4d: deep([3, 4, 6, 3], 4, 32),
  resnext101_32x8d: deep([3, 4, 23, 3], 8, 32),
  resnext101_64x4d: deep([3, 4, 23, 3], 4, 64),
  wide_resnet50_2: deep([3, 4, 6, 3], 128),
  wide_resnet101_2: deep([3, 4, 23, 3], 128),
};
