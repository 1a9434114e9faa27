import type { Fix } from "../../core/problem";
import { batchAxis, channelsFirst } from "./batch";
import type { Finding, Maker } from "./finding";
import { insertFlatten, keepBatch } from "./flatten";
import { callSuper, registerLayers, renameForward, returnResult } from "./modules";
import { goOnWith, setStated } from "./numbers";
import { keepSize } from "./padding";
import { setRemedies } from "./remedies";
import { projectShortcut } from "./shortcut";
import { meantWord, wholeDivision } from "./words";

/** By the id of a problem, what may mend it, the likeliest first. */
const makers: { readonly [id: string]: readonly Maker[] } = {
  "batch-changed": [keepBatch],
  "concat-sizes-agree": [keepSize],
  "forward-without-result": [returnResult],
  "module-without-forward": [renameForward],
  "shapes-broadcast": [projectShortcut, keepSize],
  "stated-size": [keepBatch, channelsFirst, insertFlatten, goOnWith, setStated, keepSize],
  "super-not-initialised": [callSuper],
  "unregistered-layers": [registerLayers],
  "wrong-argument": [wholeDivision],
  "wrong-rank": [batchAxis, keepBatch],
};

/** Fixes that may mend a problem, each to be tried before it is offered. */
export const fixesFor = (finding: Finding): readonly Fix[] =>
  [setRemedies, ...(makers[finding.problem.id] ?? [meantWord])].flatMap((make) => make(finding));
