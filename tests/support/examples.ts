import { readdirSync, readFileSync } from "node:fs";
import { render } from "../../server/src/core/message";
import { read } from "./check-model";

export const textOf = (file: string): string => readFileSync(`examples/${file}`, "utf8");

/** The model files of a folder, in order. */
export const models = (folder: string): readonly string[] =>
  readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));

/** The problems of a model, each with the words it lies on. */
export const complaints = (text: string, file: string) =>
  read(text, file).problems.map(({ id, severity, message, span }) => ({
    id,
    severity,
    message: render(message),
    words: text.slice(span.from, span.to),
    line: text.slice(0, span.from).split("\n").length,
  }));
