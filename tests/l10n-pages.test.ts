import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commandPages } from "../server/src/cli/commands";
import { help } from "../server/src/cli/help";
import type { Voice } from "../server/src/core/voice";
import { cardPage } from "../server/src/deck/card-page";
import { builtIn } from "../server/src/deck/deck";
import { opNames, ops } from "../server/src/derive/frameworks";
import { opPage } from "../server/src/derive/op-page";
import { page } from "../server/src/derive/pages";
import { topics } from "../server/src/derive/topic";
import { topicPage } from "../server/src/derive/topic-page";
import { translationsOnDisk } from "../server/src/language/on-disk";
import { voiceOf } from "../server/src/language/voice";

const voice: Voice = voiceOf(translationsOnDisk("zh-cn"));

/** Names and signs that are the same in every language. */
const names = new Set(
  `ConvLint PyTorch Keras Ultralytics YOLO YOLOv DETR YAML JSON SARIF JUnit GitHub GitLab GFLOPs MACs GiB MiB KiB
  LSTM GRU CSP GPU CPU CUDA TensorRT ONNX Python Markdown Graphviz Mermaid SVG CSV HTML NDJSON URI UTF POSIX Mish
  SiLU ReLU GELU Dropout DropPath softmax Softmax logits Logits glob bash zsh fish error warning information hint off
  all recommended performance export strict true false null None True False channels_last channels_first same valid
  zeros reflect replicate circular nearest git main HEAD ImageNet IoU NaN DFL IMDb ResNet VGG MobileNet Inception
  AlexNet LeNet EfficientNet Xception DenseNet Adam SGD px config Transformer Swin stem alpha`.split(/\s+/),
);

/** What is left of a text without code, links and names: words that nobody has translated. */
function english(text: string): readonly string[] {
  const plain = text
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/(`+)[\s\S]*?\1/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]*>|https?:\S+/g, "");
  return [...plain.matchAll(/(?<![\w.\-/$"])[A-Za-z][a-z]{2,}(?![\w.\-/(]*[\w/(])/g)]
    .map(([word]) => word)
    .filter((word) => !names.has(word) && !known.has(word));
}

/** Names of operators and rules stand as they are, wherever they stand. */
const known: ReadonlySet<string> = new Set([
  ...opNames.flatMap((name) => [name, ...name.split(/[.\d]+/)]),
  ...[...topics().keys()].flatMap((id) => [id, ...id.split("-")]),
]);

function told(name: string, text: string): void {
  assert.doesNotMatch(text, /undefined|\{\d+\}|\[object/, name);
  assert.match(text, /\p{Script=Han}/u, name);
  assert.deepEqual(english(text), [], `${name}\n${text}`);
}

describe("pages in Chinese", () => {
  it("of everything that is reported, but for what people wrote beside models", () => {
    for (const topic of topics().values()) told(topic.id, topicPage(topic, {}, voice).replace(/^# .*\n/, ""));
  });

  it("of every operator", () => {
    for (const op of ops) told(op.name, opPage(op, voice).replace(/^# .*\n/, ""));
  });

  it("that list both", () => {
    for (const list of ["rules", "ops"]) told(list, page(list, voice) ?? "");
  });

  it("of cards", () => {
    for (const card of builtIn().cards) assert.match(cardPage(card, voice), /\p{Script=Han}/u);
  });

  it("of help, in which every sentence is told", () => {
    for (const name of Object.keys(commandPages) as (keyof typeof commandPages)[])
      assert.match(help(name, voice), /\p{Script=Han}/u);
  });
});
