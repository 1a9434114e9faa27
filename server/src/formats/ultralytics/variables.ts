import { type Message, say } from "../../core/message";
import type { Dialect } from "./dialect";

type Variables = { readonly [word: string]: Message };

/** What parsers call their own things while they read a row; a text among arguments that is such a word is replaced. */
const common: Variables = {
  args: say`the arguments of this row`,
  c2: say`the channels of the row above`,
  ch: say`the list of the channels of all rows above`,
  d: say`the whole file`,
  f: say`what this row reads`,
  i: say`the number of this row`,
  j: say`the position of this argument`,
  layers: say`the list of all layers above`,
  m: say`the class of this module`,
  n: say`the repeats of this row`,
  save: say`the list of rows that are kept`,
};

const ofScales: Variables = {
  act: say`the text of the key activation`,
  depth: say`the depth of the scale`,
  max_channels: say`the most channels of the scale`,
  scale: say`the letter of the scale`,
  scales: say`all scales`,
  verbose: say`whether it prints a table`,
  width: say`the width of the scale`,
};

/** What stands in the place of a word, where it is one of the parser's own. */
export const variableOf = (word: string, { evaluates }: Dialect): Message | undefined =>
  Object.hasOwn(common, word) ? common[word] : !evaluates && Object.hasOwn(ofScales, word) ? ofScales[word] : undefined;
