import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { render, say } from "../core/message";
import { understand } from "../service";
import { settingsAt } from "../settings/find";
import { type Found, lookInto, settingsIn } from "./init-look";
import { findings, type Proposal, proposedText } from "./init-text";
import { known } from "./known";
import { initOptions } from "./option-tables";
import { read } from "./options";
import { isLostLink, lostLink } from "./read-text";
import { shown } from "./targets";
import { complainTo, type Streams, UsageError, voiceIn } from "./usage";
import { writeAs } from "./write-whole";

/** `convlint init`: writes a configuration for what lies in a folder; 0 or 2. */
export async function init(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, initOptions);
  if (positionals.length > 1) throw new UsageError(say`init takes one folder: convlint init FOLDER`);
  const folder = resolve(positionals[0] ?? ".");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(say`${positionals[0] ?? "."}: there is no such folder`);
  const there = settingsIn(folder);
  const path = join(folder, there ?? ".convlint.yaml");
  if (isLostLink(path) && !values["dry-run"]) throw new UsageError(say`${shown(path)}: ${lostLink}`);
  if (there && !values.force && !values["dry-run"])
    throw new UsageError(
      say`${shown(path)} is there already: edit it, see a proposal with --dry-run, or write over it with --force`,
    );
  const voice = voiceIn(streams);
  const found = lookInto(folder, (file, reason) => complainTo(streams, file, reason));
  const text = proposedText(found, proposalFor(found), voice);
  const { problems } = settingsAt(path.replaceAll("\\", "/"), text, known());
  if (problems.length)
    throw new Error(`the proposal is no valid configuration: ${problems.map(({ id }) => id).join(", ")}`);
  const said = values.quiet ? [] : findings(found, voice);
  if (values["dry-run"]) {
    streams.err.write(said.map((line) => `${line}\n`).join(""));
    streams.out.write(text);
    return 0;
  }
  writeAs(shown(path), path, text);
  const next = found.models.length
    ? say`next: convlint check`
    : say`next: write a model called NAME.cnn.yaml, then convlint check`;
  if (!values.quiet)
    streams.out.write([...said, render(say`wrote ${shown(path)}`, voice), render(next, voice), ""].join("\n"));
  return 0;
}

/** A copy of an older version of the library is told by its number; it counts where it makes no model worse. */
function proposalFor({ libraries, models }: Found): Proposal {
  const versions = [...new Set(libraries.map(({ value }) => /^\d+\.\d+/.exec(value)?.[0]))];
  const id = versions.length === 1 ? `ultralytics-${versions[0]}` : undefined;
  const theirs = models.filter(({ format }) => format.startsWith("ultralytics-") && format !== id);
  if (
    !id ||
    !known().dialects.includes(id) ||
    !theirs.length ||
    models.some(({ format }) => !format.startsWith("ultralytics-"))
  )
    return {};
  const isWorse = theirs.some(({ file, text, errors }) => {
    const found = understand(file, text, { dialect: id })?.analysis.problems ?? [];
    return found.filter(({ severity }) => severity === "error").length > errors;
  });
  return isWorse ? {} : { dialect: { file: libraries[0]!.file, value: id } };
}
