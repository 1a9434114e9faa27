import type { Model } from "../core/analysis";
import type { ReadOptions } from "../core/format";
import { type Message, say } from "../core/message";

/** Why the input that a command line asks for cannot be that of a model that it names. */
export function inputFault([model]: readonly Model[], asked: ReadOptions["input"]): Message | undefined {
  const names = model?.graph.nodes.filter(({ given }) => given).map(({ label }) => label) ?? [];
  if (!asked || !names.length) return undefined;
  if (Array.isArray(asked))
    return names.length > 1 ? say`it has the inputs ${names.join(", ")}: say --input ${names[0]!}=C,H,W` : undefined;
  const wrong = Object.keys(asked).find((name) => !names.includes(name));
  return wrong === undefined ? undefined : say`it has no input ${wrong}; it has ${names.join(", ")}`;
}
