import { say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import { orList } from "./reading";
import { matches } from "./resolve";
import type { Settings } from "./settings";

/** Overrides for files that are not there. `files` are all below the folder of the configuration, relative to it. */
export const unusedOverrides = ({ overrides }: Settings, files: readonly string[]): readonly Problem[] =>
  overrides
    .filter((one) => one.files.length && !one.files.some((glob) => /node_modules|\.git\//.test(glob)))
    .filter((one) => !files.some((file) => matches(one.files, file)))
    .map((one) => problem("unused-override", one.span, say`no file here matches ${orList(one.files)}`));
