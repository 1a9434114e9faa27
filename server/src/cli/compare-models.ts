import type { Model } from "../core/analysis";
import { inRow, type Message, plural, say, verbatim } from "../core/message";
import { scaleInName } from "../formats/ultralytics/scale-name";
import type { Side } from "../report/diff/comparison";
import { compareLayers, type ModelsComparison, tellsAll } from "../report/diff/models/comparison";
import { comparedOf } from "../report/diff/models/layer";
import { type Options, type Understood, understand } from "../service";
import { changedKeys } from "./diff-keys";
import type { Source } from "./diff-sources";
import { noModel } from "./scale";
import { UsageError } from "./usage";

type Asked = readonly [Source, Options];

export interface ModelsCompared {
  readonly isEqual: boolean;
  /** Those that have something to say; one at least. */
  readonly shown: readonly ModelsComparison[];
  readonly notes: readonly Message[];
}

/**
 * Two model files: at the size that is asked for, or that the name of a file says, else at all that both have. Of
 * these the first is shown, and each that differs from it in more than figures; all of them where all are asked for.
 */
export function compareModels(old: Asked, now: Asked, scale: string | undefined): ModelsCompared {
  const [before, after] = [understoodOf(old), understoodOf(now)];
  const [ones, others] = [before.analysis.models, after.analysis.models];
  const [name, newName] = [nameIn(old, before), nameIn(now, after)];
  const named = scale !== "all" && (name ?? newName) !== undefined;
  const both = named ? [] : idsIn(ones).filter((id) => idsIn(others).includes(id));
  const pairs: readonly (readonly [Model, Model])[] = both.length
    ? both.map((id) => [withId(ones, id)!, withId(others, id)!])
    : [[withId(ones, name ?? newName) ?? ones[0]!, withId(others, newName ?? name) ?? others[0]!]];
  const all = pairs.map(([one, other]) =>
    compareLayers(
      [sideOf(old, before, one), comparedOf(one, old[0].text, before.library?.(one))],
      [sideOf(now, after, other), comparedOf(other, now[0].text, after.library?.(other))],
      changedKeys(old[0], now[0], named || scale !== undefined ? one.id : undefined),
    ),
  );
  const alone = [...aloneIn(ones, others, old[0].name), ...aloneIn(others, ones, now[0].name)];
  // The first that differs is told, and of the others what it does not tell.
  const first = all.find((one) => !one.isEqual) ?? all[0]!;
  const rest = all.filter((one) => one !== first);
  const shown = scale === "all" ? all : [first, ...rest.filter((one) => !one.isEqual && !tellsAll(first, one))];
  const left = all.filter((one) => !shown.includes(one));
  return {
    isEqual: all.every(({ isEqual }) => isEqual) && (named || !alone.length),
    shown,
    notes: [
      ...scalesNote(left, first),
      ...(named ? [] : alone),
      ...brokenIn(before, old[0].name),
      ...brokenIn(after, now[0].name),
    ],
  };
}

/** What is to say of sizes that are not shown. */
function scalesNote(left: readonly ModelsComparison[], first: ModelsComparison): readonly Message[] {
  const equal = left.filter(({ isEqual }) => isEqual).map((one) => one.new.scale!);
  const others = left.filter(({ isEqual }) => !isEqual).map((one) => one.new.scale!);
  const isProgram = first.new.isProgram === true;
  const what = scalesIn(equal, isProgram);
  return [
    ...(equal.length ? [first.isEqual ? say`${what}: equal too` : say`${what}: equal`] : []),
    ...(others.length
      ? [say`${scalesIn(others, isProgram)}: the same rows differ; --scale all shows their figures`]
      : []),
  ];
}

function scalesIn(ids: readonly string[], isProgram: boolean): Message {
  const all = inRow(ids.map(verbatim));
  if (isProgram) return plural(ids.length, say`model ${all}`, say`models ${all}`);
  return plural(ids.length, say`scale ${all}`, say`scales ${all}`);
}

const withId = (models: readonly Model[], id: string | undefined): Model | undefined =>
  models.find((model) => model.id === id);

const idsIn = (models: readonly Model[]): readonly string[] =>
  models.flatMap(({ id }) => (id === undefined ? [] : [id]));

/** The size that the name of a file says, where it has that. */
function nameIn([{ path }]: Asked, { format, analysis }: Understood): string | undefined {
  const id = scaleInName(path, format);
  return id !== undefined && withId(analysis.models, id) ? id : undefined;
}

function aloneIn(models: readonly Model[], others: readonly Model[], file: string): readonly Message[] {
  const ids = idsIn(models).filter((id) => !withId(others, id));
  const isProgram = models.some(({ graph }) => graph.program);
  return ids.length && idsIn(others).length ? [say`only ${file} has ${scalesIn(ids, isProgram)}`] : [];
}

/** What is behind an error is not known, and so cannot be compared. */
function brokenIn({ analysis: { problems } }: Understood, file: string): readonly Message[] {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (!errors) return [];
  return [
    plural(
      errors,
      say`${file} has ${errors} error, which convlint check names`,
      say`${file} has ${errors} errors, which convlint check names`,
    ),
  ];
}

function understoodOf([{ path, name, text }, options]: Asked): Understood {
  const understood = understand(path, text, options);
  if (understood?.analysis.models.length) return understood;
  throw new UsageError(say`${name}: ${noModel(path)}`);
}

const sideOf = ([{ name }]: Asked, { format }: Understood, { id, graph }: Model): Side => ({
  file: name,
  rows: graph.rows.length,
  format,
  ...(id !== undefined && { scale: id }),
  ...(graph.program && { isProgram: true }),
});
