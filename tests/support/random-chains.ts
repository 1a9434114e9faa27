import { randomly } from "./random";

/** What a layer of a search may be; some of them are wrong in themselves, others where they come to stand. */
const torch: readonly unknown[] = [
  { Conv2d: { out_channels: 8, kernel_size: 3, padding: 1, bias: false } },
  { Conv2d: { out_channels: 16, kernel_size: 3, padding: 1, bias: false } },
  { Conv2d: { out_channels: 16, kernel_size: 3, padding: 1 } },
  { Conv2d: { out_channels: 16, kernel_size: 3, stride: 2 } },
  { Conv2d: { out_channels: 32, kernel_size: 1, stride: 2, bias: false } },
  { Conv2d: { out_channels: 32, kernel_size: 4, padding: 2, bias: false } },
  { Conv2d: { out_channels: 8, kernel_size: 7, padding: "same" } },
  { Conv2d: { out_channels: 8, kernel_size: 1, groups: 8 } },
  { ConvTranspose2d: { out_channels: 8, kernel_size: 3, stride: 2 } },
  { DepthwiseSeparableConv2d: { out_channels: 16, kernel_size: 3 } },
  { BatchNorm2d: null },
  "BatchNorm2d",
  { GroupNorm: { num_groups: 4 } },
  { InstanceNorm2d: {} },
  "ReLU",
  { ReLU: null },
  { ReLU: { inplace: true } },
  "ReLU6",
  "Sigmoid",
  "Tanh",
  { Dropout: { p: 0.5 } },
  { Dropout: { p: 0 } },
  { Dropout2d: { p: 0.2 } },
  { MaxPool2d: { kernel_size: 2 } },
  { MaxPool2d: { kernel_size: 3, stride: 2, padding: 1 } },
  { AvgPool2d: { kernel_size: 2, ceil_mode: true } },
  { AdaptiveAvgPool2d: { output_size: 1 } },
  { AdaptiveAvgPool2d: { output_size: [3, 3] } },
  { ZeroPad2d: { padding: [0, 1, 0, 1] } },
  { Upsample: { scale_factor: 2 } },
  "Identity",
];
const torchEnds: readonly unknown[] = ["Flatten", { Linear: { out_features: 10 } }, { Softmax: { dim: 1 } }, "Sigmoid"];

const keras: readonly unknown[] = [
  { Conv2D: { filters: 8, kernel_size: 3, padding: "same", use_bias: false } },
  { Conv2D: { filters: 16, kernel_size: 3, strides: 2 } },
  { Conv2D: { filters: 16, kernel_size: 3, activation: "relu" } },
  { SeparableConv2D: { filters: 16, kernel_size: 3 } },
  { Conv2DTranspose: { filters: 8, kernel_size: 3, strides: 2 } },
  "BatchNormalization",
  "ReLU",
  { Activation: { activation: "tanh" } },
  { MaxPooling2D: { pool_size: 2 } },
  { Dropout: { rate: 0.3 } },
  { UpSampling2D: { size: 2 } },
];
const kerasEnds: readonly unknown[] = ["GlobalAveragePooling2D", "Flatten", { Dense: { units: 10 } }, "Softmax"];

const broken: readonly unknown[] = [
  { Conv2d: { kernel_size: 3 } },
  { Conv2d: { out_channels: 8, kernel_size: 99 } },
  { Conv2d: { out_channels: "$(input.channels)", kernel_size: 1 } },
  { Conv2d: { out_channels: 8, kernel: 3 } },
  { Conv2d: { out_channels: 8, kernel_size: 3, name: "a" } },
  { Conv2d: { out_channels: 8, kernel_size: 3 }, name: "a" },
  { ReLU: null, from: -1 },
  { ReLU: null, from: -40 },
  { Add: null, from: [-1, -1] },
  { ReLu: null },
  { Conv2D: { filters: 8, kernel_size: 3 } },
  { name: "a" },
  { LSTM: { hidden_size: 4 } },
  { Permute: { dims: [1, 0, 2, 3] } },
  {},
  null,
  3,
  ["Conv2d"],
];

/** Stages that are well, and one layer that may be wrong only because of what stands far from it. */
function deepChain({ one, below }: ReturnType<typeof randomly>): object {
  const stage = (channels: number): readonly unknown[] => [
    { Conv2d: { out_channels: channels, kernel_size: 3, padding: 1, bias: false } },
    "BatchNorm2d",
    "ReLU",
  ];
  const layers = Array.from({ length: 4 + below(7) }, () => stage(one([8, 16]))).flat();
  // Now and then in place of an activation, or behind it.
  const odd = one(["Sigmoid", "Tanh", { Dropout: { p: 0.5 } }, { MaxPool2d: { kernel_size: 2 } }, "Identity", "ReLU6"]);
  const at = 3 * below(layers.length / 3) + 2;
  layers.splice(at, below(2), odd);
  return { input: [3, 32, 32], layers };
}

const inputs: readonly unknown[] = [
  [3, 32, 32],
  [3, 32, 32],
  [3, 32, 32],
  [3, 64, 64],
  [8, 15, 20],
  [1, 28, 28],
];
const strangeInputs: readonly unknown[] = [[1, 3, 32, 32], ["C", 32, 32], [3, 32], 32, [], [3, 0, 32], null, "3x32x32"];

/** Chains of layers such as a search tries, most of which are well: for each seed others, and for each the same. */
export function randomChain(seed: number): object {
  const random = randomly(seed * 7919 + 1);
  const { one, chance, below } = random;
  if (chance(0.2)) return deepChain(random);
  const isKeras = chance(0.2);
  // A narrow choice makes many that are well, a wide one all that can happen.
  const choice = isKeras ? keras : chance(0.6) ? torch.filter((_, i) => i % 5 === 0 || i === 1) : torch;
  const layers = Array.from({ length: 1 + below(10) }, () => one(choice));
  if (chance(0.6)) layers.push(...(isKeras ? kerasEnds : torchEnds).slice(0, 1 + below(4)));
  if (chance(0.1)) layers.splice(below(layers.length), 1, one(broken));
  const input = chance(0.04) ? one(strangeInputs) : isKeras ? [32, 32, 3] : one(inputs);
  const more = chance(0.03) ? { [one(["name", "training", "blocks", "lyers", "outputs"])]: null } : {};
  return { ...(isKeras && { framework: chance(0.9) ? "keras" : "pytorch" }), input, layers, ...more };
}
