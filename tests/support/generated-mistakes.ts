import type { randomly } from "./random";

type Random = ReturnType<typeof randomly>;

/** A network with needless biases and slips of the pen, in one of the styles in which people write. */
export function withMistakes(random: Random): { readonly path: string; readonly text: string } {
  const isJson = random.chance(0.15);
  const layers = Array.from({ length: 2 + random.below(5) }, () => stage(random, isJson)).flat();
  if (isJson) return { path: "m.cnn.json", text: json(layers) };
  const lines = layers.flatMap((layer) => [...random.one([[], [], [""], ["  # a note"]]), `  - ${layer}`]);
  const sound = `${random.one(["", "# A network.\n", "# A\n# B\n\n"])}input: [3, 32, 32]\nlayers:\n${lines.join("\n")}\n`;
  const text = random.chance(0.4) ? slipped(random, sound) : sound;
  const ended = random.chance(0.2) ? text.trimEnd() : text;
  return { path: "m.cnn.yaml", text: random.chance(0.3) ? ended.replaceAll("\n", "\r\n") : ended };
}

function stage(random: Random, isJson: boolean): readonly string[] {
  const args = [
    ["out_channels", String(random.one([4, 8, 16]))],
    ["kernel_size", random.one(["3", "1", "[3, 3]"])],
    ["padding", "1"],
    ...(random.chance(0.4) ? [["bias", random.one(["true", "false"])]] : []),
  ] as const;
  const q = isJson ? '"' : "";
  const flow = `{ ${args.map(([name, value]) => `${q}${name}${q}: ${value}`).join(", ")} }`;
  const isTall = !isJson && random.chance(0.3);
  const conv = isTall
    ? `Conv2d:\n${args.map(([name, value]) => `      ${name}: ${value}${random.one(["", "", " # so"])}`).join("\n")}`
    : `${isJson ? "{ " : ""}${q}Conv2d${q}: ${flow}${isJson ? " }" : random.one(["", "", "  # as published"])}`;
  return [
    conv,
    ...random.one([["BatchNorm2d"], ["BatchNorm2d", "ReLU"], ["ReLU"], ["ReLU", "ReLU"], []]).map((op) => q + op + q),
  ];
}

const json = (layers: readonly string[]): string =>
  `{\n  "input": [3, 32, 32],\n  "layers": [\n${layers.map((layer) => `    ${layer}`).join(",\n")}\n  ]\n}\n`;

/** A slip at one of the places where it can happen. */
function slipped(random: Random, text: string): string {
  const [mark, put] = random.one([
    [", ", "，"],
    [": ", ":"],
    ["{ ", "{\u00a0"],
    [", ", " "],
    ["  - ", "\t- "],
    ["  - ReLU", "  -ReLU"],
    ["Conv2d", "Conv2D"],
    ["ReLU", "RuLE"],
    ["kernel_size", "kernel"],
  ] as const);
  const places = text.split(mark);
  const at = 1 + random.below(Math.max(places.length - 1, 1));
  return places.length < 2 ? text : `${places.slice(0, at).join(mark)}${put}${places.slice(at).join(mark)}`;
}
