import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Analysis,
  countsOf,
  isComplete,
  type Model,
  macsOf,
  parametersOf,
  shapesOf,
} from "../server/src/core/analysis";
import { isKnown, type Shape, showDim, showShape } from "../server/src/core/dim";
import { applied } from "../server/src/core/edit";
import type { Row } from "../server/src/core/graph";
import { fixOf, type Look, mend } from "../server/src/core/mend";
import { understand } from "../server/src/service";
import { lookAt } from "../server/src/service/look";
import { isSettingsName } from "../server/src/settings/settings";
import { modelFiles, modelsOnPages, type Text } from "./support/corpus";
import { type Effect, effects } from "./support/fix-effects";
import { withIdleLayers } from "./support/generated-idle";
import { withMistakes } from "./support/generated-mistakes";
import { randomly } from "./support/random";
import { sample } from "./support/sample";
import { whatIsComputed } from "./support/what-is-computed";

const isSure = (shape: Shape | undefined): shape is Shape => shape?.every(isKnown) === true;

/** In what two versions of a model differ that was known of the first. */
function differences(before: Model, after: Model): ReadonlyMap<Effect, string> {
  const found = new Map<Effect, string>();
  const compare = (effect: Effect, was: string, is: string): void => {
    if (was !== is) found.set(effect, `${was} became ${is}`);
  };
  const [rows, now] = [rowsIn(before.graph.rows), rowsIn(after.graph.rows)];
  compare("rows", String(rows.length), String(now.length));
  // Some may have gone; those that are left stand in their order and give what they gave.
  let at = 0;
  for (const row of rows) if (at < now.length && isAsBefore(before, row, after, now[at]!)) at++;
  if (at < now.length) found.set("shapes", `row ${at}, ${now[at]!.op}, gives ${shapesOf(after, now[at]!).map(String)}`);
  if (!isComplete(before.steps)) return found;
  const [was, is] = [before, after].map(({ steps, graph }) => ({
    parameters: showDim(parametersOf(countsOf(steps), graph)),
    macs: showDim(macsOf(steps)),
  }));
  for (const effect of ["parameters", "macs"] as const) compare(effect, was![effect], is![effect]);
  return found;
}

const rowsIn = (rows: readonly Row[]): readonly Row[] => rows.flatMap((row) => [row, ...rowsIn(row.rows)]);

function isAsBefore(before: Model, row: Row, after: Model, now: Row): boolean {
  const is = shapesOf(after, now).map((shape) => shape && showShape(shape));
  return row.op === now.op && shapesOf(before, row).every((was, port) => !isSure(was) || showShape(was) === is[port]);
}

/** How many fixes that are safe a text takes; all that may not happen is a failure. */
function check({ where, path, text }: Text): number {
  const ids = new Set<string>();
  const fresh = lookAt(path, {});
  // What is mended is looked at once more to see that nothing is left.
  const known = new Map<string, ReturnType<Look>>();
  const look: Look = (now) => {
    if (!known.has(now)) known.set(now, fresh(now));
    const looked = known.get(now);
    for (const one of looked?.problems ?? []) if (fixOf(one, false)) ids.add(one.id);
    return looked;
  };
  const done = mend(text, look);
  if (!done.fixed) return 0;
  const what = `${where}: ${[...ids]}\n${done.text}`;
  assert.equal(applied(text, done.edits), done.text, what);
  const again = mend(done.text, (now) => known.get(now) ?? fresh(now));
  assert.deepEqual([again.fixed, again.text], [0, done.text], what);
  const may = new Set([...ids].flatMap((id) => effects[id] ?? []));
  const [before, after] = [text, done.text].map((one) => understand(path, one)!.analysis.models);
  assert.equal(after!.length, before!.length, what);
  for (const [i, model] of before!.entries())
    for (const [effect, how] of differences(model, after![i]!))
      assert.ok(may.has(effect), `${effect}: ${how} in ${what}`);
  return done.fixed;
}

const sum = (texts: readonly Text[]): number =>
  texts.filter(({ path }) => !isSettingsName(path)).reduce((count, one) => count + check(one), 0);

const idsIn = ({ problems }: Analysis): readonly string[] => problems.map(({ id }) => id);

/** What a layer between that changes nothing keeps from being seen. */
const hidden = ["same-input-twice", "stacked-linear"];

describe("all fixes that are safe", () => {
  it("change on no page what they do not say they change, and leave nothing to do", () => {
    const count = sum(modelsOnPages());
    assert.ok(count > 50, String(count));
  });

  it("nor in any example and model of the tests", () => {
    const count = sum(modelFiles());
    assert.ok(count > 10, String(count));
  });

  it("nor in networks in which mistakes of all kinds meet", () => {
    const random = randomly(5);
    const runs = sample(400, "networks with mistakes", 8);
    let count = 0;
    for (let run = 0; run < runs; run++) {
      const { path, text } = withMistakes(random);
      count += check({ where: `run ${run}\n${text}\nbecame`, path, text });
    }
    assert.ok(count > runs / 2, String(count));
  });

  it("take layers away that change nothing, however they are written and read, and leave what is computed", () => {
    const random = randomly(7);
    const runs = sample(250, "networks with layers that change nothing", 8);
    let [gone, stay] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const { path, text } = withIdleLayers(random);
      check({ where: `run ${run}\n${text}\nbecame`, path, text });
      const look: Look = (now) => {
        const looked = lookAt(path, {})(now);
        return looked && { ...looked, problems: looked.problems.filter(({ repairs }) => repairs) };
      };
      // Where weights are stored by the numbers of rows, no row goes unseen.
      const done = mend(text, look, true);
      const [before, after] = [text, done.text].map((one) => understand(path, one)!.analysis);
      const what = `run ${run}\n${text}\nbecame\n${done.text}`;
      assert.deepEqual(after!.models.map(whatIsComputed), before!.models.map(whatIsComputed), what);
      assert.equal(done.circles, false, what);
      const fresh = idsIn(after!).filter((id) => !idsIn(before!).includes(id) && !hidden.includes(id));
      assert.deepEqual(fresh, [], what);
      gone += done.fixed;
      stay += after!.problems.filter(({ repairs }) => repairs).length;
    }
    assert.ok(gone > 1.6 * runs && stay < gone / 10, `${gone} gone, ${stay} left`);
  });

  it("and those that are not safe come to an end in them as well, in a text that reads no worse", () => {
    const random = randomly(6);
    for (let run = sample(150, "networks with mistakes, mended at any price", 8); run > 0; run--) {
      const { path, text } = withMistakes(random);
      const look = lookAt(path, {});
      const done = mend(text, look, true);
      assert.equal(applied(text, done.edits), done.text);
      assert.equal(mend(done.text, look, true).text, done.text, `${text}\nbecame\n${done.text}`);
    }
  });
});
