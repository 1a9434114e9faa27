import { symbol } from "../../core/dim";
import type { Format } from "../../core/format";
import { v5, v9 } from "./anchors";
import type { Dialect } from "./dialect";
import { readFile } from "./file";
import { lower } from "./lower";
import { place } from "./place";
import { v83, v84 } from "./v8";

/** A model file as one of the parsers reads it. */
const format = (dialect: Dialect): Format => ({
  id: dialect.vocabulary.id,
  detect: (text) => /^(backbone|head)\s*:/m.test(text) && speaks(text, dialect),
  read(text, { input = [3, 640, 640], scale: wanted } = {}) {
    const file = readFile(text);
    const problems = [...file.problems];
    const scales = file.scales.filter(({ id }) => wanted === undefined || id === wanted);
    const models = scales.map((scale) => ({
      ...(scale.id !== undefined && { id: scale.id }),
      graph: lower(file, dialect, scale, [symbol("N"), ...input], (problem) => problems.push(problem)),
    }));
    return { models, problems, comments: file.tree.comments };
  },
  place: (text, offset) => place(dialect.vocabulary, text, offset),
});

/** A comment that names a dialect decides; else what the file says. */
const speaks = (text: string, { vocabulary: { id }, signs }: Dialect): boolean => {
  const asked = /#\s*convlint-dialect\s+(\S+)/.exec(text)?.[1];
  return asked === undefined ? signs === undefined || signs.test(text) : asked === id;
};

/** In the order in which they are asked; the newest version takes what no other has claimed. */
export const ultralytics: readonly Format[] = [v5, v9, v84, v83].map(format);
