import { bigNative, bigYolo } from "./big-model";

/** A folder as a search or a library has it: half of it detectors with sizes, half of it native models, of 8 to 40 rows. */
export function* manyFiles(count: number): Generator<readonly [name: string, text: string]> {
  for (let i = 0; i < count; i++) {
    const rows = 8 + ((i * 7) % 33);
    yield i % 2 ? [`m${i}.yaml`, bigYolo(rows, 1 + (i % 5))] : [`m${i}.cnn.yaml`, bigNative(rows)];
  }
}

/** A small classifier of so many layers, each another one, as a search makes them. */
export function modelLine(seed: number, layers: number): object {
  const width = (k: number): number => 8 + ((seed * 7 + k * 13) % 64);
  const stage = (k: number): readonly object[] => [
    { Conv2d: { out_channels: width(k), kernel_size: 3, padding: 1, bias: false } },
    { BatchNorm2d: null },
    { ReLU: null },
    { MaxPool2d: { kernel_size: 2 } },
  ];
  const body = Array.from({ length: layers }, (_, k) => stage(k)).flat();
  return {
    input: [3, 64, 64],
    layers: [...body.slice(0, layers - 2), "Flatten", { Linear: { out_features: 10 } }],
  };
}
