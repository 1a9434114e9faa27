import { readdirSync, readFileSync } from "node:fs";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";
import { type Framework, programOf } from "../../server/src/service/program";

/** The program of a model, which is read and compared with it before it is given; or why there is none, with its line. */
export function exported(path: string, to: Framework, text = readFileSync(path, "utf8")): string {
  const understood = understand(path, text)!;
  const found = programOf(path, text, understood, understood.analysis.models[0]!, understand, to);
  if (typeof found === "string") return found;
  const line = found.span && text.slice(0, found.span.from).split("\n").length;
  return `${line ?? "?"}: ${render(found.why)}`;
}

export const modelFiles = ["examples", "examples/zoo"].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`),
);
