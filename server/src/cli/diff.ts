import { isMessage, say } from "../core/message";
import { isEqual } from "../report/diff/compare";
import type { Comparison } from "../report/diff/comparison";
import { diffJson } from "../report/diff/diff-json";
import { diffMarkdown } from "../report/diff/diff-markdown";
import { diffText } from "../report/diff/diff-text";
import { modelsJson } from "../report/diff/models/json";
import { modelsMarkdown } from "../report/diff/models/markdown";
import { modelsText } from "../report/diff/models/text";
import type { Options } from "../service";
import { compareModels } from "./compare-models";
import { configuration } from "./configuration";
import { type Source, sourceOf } from "./diff-sources";
import { compareWithLog } from "./fit-log";
import { known } from "./known";
import { diffFormats, diffOptions } from "./option-tables";
import { colorOf, oneOf, read } from "./options";
import { atScale } from "./scale";
import { complainTo, type Streams, UsageError, voiceForScripts, voiceIn } from "./usage";
import { deliver } from "./write-whole";

/** `convlint diff OLD NEW`: 0 equal, 1 different, 2 on a fault. */
export async function diff(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, diffOptions);
  let unread = 0;
  const config = configuration(values, known(), (file, reason) => {
    unread++;
    complainTo(streams, file, reason);
  });
  const format = oneOf("format", values.format, diffFormats) ?? "text";
  if (positionals.length !== 2)
    throw new UsageError(say`diff takes two models, or a model and the log of its training: convlint diff OLD NEW`);
  if (positionals.every((word) => word === "-"))
    throw new UsageError(say`only one of the two can come through standard input`);
  const [old, now] = positionals.map(sourceOf) as [Source, Source];
  const optionsOf = (source: Source): Options => {
    const { options } = config.of(source.path);
    const asked = atScale(source.path, source.text, options);
    if (isMessage(asked)) throw new UsageError(say`${source.name}: ${asked}`);
    return asked;
  };
  const how = {
    color: colorOf(values.color, streams.isTerminal),
    voice: format === "json" ? voiceForScripts(streams) : voiceIn(streams),
  };
  const write = (text: string): void => {
    const file = values["output-file"];
    if (!values.quiet || format !== "text" || file !== undefined) deliver(file, text, streams);
  };
  if (old.isModel && now.isModel) {
    const { isEqual, shown, notes } = compareModels([old, optionsOf(old)], [now, optionsOf(now)], values.scale);
    write(modelsAs[format](shown, notes, how));
    return unread ? 2 : isEqual ? 0 : 1;
  }
  const comparison = withLog(old, now, optionsOf);
  write(logAs[format](comparison, how));
  return unread ? 2 : isEqual(comparison.difference) ? 0 : 1;
}

const modelsAs = { text: modelsText, json: modelsJson, markdown: modelsMarkdown };
const logAs = { text: diffText, json: diffJson, markdown: diffMarkdown };

function withLog(old: Source, now: Source, optionsOf: (source: Source) => Options): Comparison {
  if (old.isModel) return compareWithLog(old, optionsOf(old), now, false);
  if (now.isModel) return compareWithLog(now, optionsOf(now), old, true);
  throw new UsageError(
    say`one of ${old.name} and ${now.name} must be a model, with a name that ends in .yaml, .json or .py`,
  );
}
