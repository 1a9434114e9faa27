import { readdirSync, readFileSync } from "node:fs";
import { nameOf } from "./shown/name-of";

export interface Text {
  readonly where: string;
  readonly path: string;
  readonly text: string;
}

const filesIn = (folder: string): readonly Text[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.cards)\.(?:ya?ml|cnn\.json)$/.test(file))
    .sort()
    .map((file) => ({ where: `${folder}/${file}`, path: file, text: readFileSync(`${folder}/${file}`, "utf8") }));

/** What people write: the examples, and every model of the tests. */
export const modelFiles = (): readonly Text[] => [...filesIn("examples"), ...filesIn("tests/models")];

/** The models on the pages of what can be reported. */
export const modelsOnPages = (): readonly Text[] =>
  readdirSync("tests/rules").flatMap((file) =>
    [...readFileSync(`tests/rules/${file}`, "utf8").matchAll(/^```(yaml|json)\n([\s\S]*?)^```$/gm)].map(
      ([, info, text], i) => ({ where: `${file}, model ${i + 1}`, path: nameOf(text!, info), text: text! }),
    ),
  );
