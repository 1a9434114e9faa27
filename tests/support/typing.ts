import { models } from "./examples";

/** Each example, and of the zoo those that are written in different ways. */
const zoo = ["resnet18", "vgg11", "squeezenet1_0", "mobilenet_v2", "alexnet", "shufflenet_v2_x1_0"];
const keras = ["keras-vgg16", "keras-mobilenet", "keras-resnet50", "keras-xception"];
export const examples = models("examples");
export const typedFiles: readonly string[] = [...examples, ...[...zoo, ...keras].map((name) => `zoo/${name}.cnn.yaml`)];

/** Where somebody pauses who types a text: ends of words and of lines, all of them or so many spread evenly. */
export function stopsIn(text: string, pauses: number): ReadonlySet<number> {
  const ends = [...text.matchAll(/\w(?=\W)|\n/g)].map(({ index }) => index);
  const step = Math.max(1, Math.floor(ends.length / pauses));
  return new Set(ends.filter((_, i) => i % step === step - 1));
}

export function placeAt(text: string, at: number): { readonly line: number; readonly character: number } {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return { line: text.slice(0, start).split("\n").length - 1, character: at - start };
}

/** The change that types one character at the end of what is there. */
export const typed = (text: string, at: number) => {
  const place = placeAt(text, at);
  return { range: { start: place, end: place }, text: text[at]! };
};

/** What an editor asks when somebody pauses. */
export function askedAt(uri: string, position: object, pulls: boolean): readonly (readonly [string, object])[] {
  const textDocument = { uri };
  return [
    ["textDocument/hover", { textDocument, position }],
    ["textDocument/completion", { textDocument, position }],
    ["textDocument/inlayHint", { textDocument, range: { start: { line: 0, character: 0 }, end: position } }],
    ...(pulls ? [["textDocument/diagnostic", { textDocument }] as const] : []),
  ];
}

/** Nineteen of twenty took no longer. */
export const late = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

/** So many milliseconds: with 6 the analysis that follows a change has begun by itself, as it has when a person pauses. */
export const breath = (ms = 6): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
