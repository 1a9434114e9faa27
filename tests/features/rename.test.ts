import assert from "node:assert/strict";
import { test } from "node:test";
import { applied } from "../../server/src/core/edit";
import { linesOf } from "../../server/src/core/lines";
import { render } from "../../server/src/core/message";
import type { Name } from "../../server/src/core/name";
import { rename } from "../../server/src/features/rename";
import { type Snapshot, spanOf } from "../../server/src/features/snapshot";
import { understand } from "../../server/src/service";
import { modelFiles, modelsOnPages, type Text } from "../support/corpus";
import { generated } from "../support/generated-rows";
import { randomly } from "../support/random";
import { sample, some } from "../support/sample";

const random = randomly(7);
const made: readonly Text[] = Array.from({ length: sample(150, "generated models") }, (_, i) => ({
  where: `generated ${i}`,
  ...generated(random),
}));

/** They are many, and much alike. */
const onPages = modelsOnPages().filter((_, i) => i % 4 === 0);
const look = (path: string, text: string): Snapshot | undefined => {
  const understood = understand(path, text);
  return understood && { text, lines: linesOf(text), ...understood };
};

const given = ({ names }: Snapshot): readonly Name[] => names?.().filter(({ whole, fixed }) => whole && !fixed) ?? [];

function renamed(snapshot: Snapshot, offset: number, to: string): string | undefined {
  const edits = rename(snapshot, offset, to);
  if ("words" in edits) return void assert.match(render(edits), /\w/);
  return applied(
    snapshot.text,
    edits.map(({ range, newText }) => ({ span: spanOf(snapshot.lines, range), text: newText })),
  );
}

/** All that is said of a model, without places and in the old words. */
const said = ({ analysis: { models, problems }, lines }: Snapshot, now: string, before: string): unknown => [
  models.map(({ steps, graph }) => [
    graph.nodes.map(({ op, inputs }) => [op, inputs.map(({ node, port }) => [node, port])]),
    steps.map(({ outcome }) => outcome && [outcome.outputs, outcome.counts, outcome.macs]),
  ]),
  // What was perhaps meant hangs on which names there are; and of two with one name only one is called otherwise.
  problems
    .filter(({ id }) => id !== "duplicate-name" && id !== "no-scale-letter")
    .map(({ id, severity, message, span }) => [
      id,
      severity,
      lines.at(span.from).line,
      render(message)
        .replaceAll(now, before)
        .replace(/; did you mean .*/, ""),
    ]),
];

/**
 * A size goes by a letter that its library knows; any other name will do as long as nobody has it. What begins with _
 * is not meant to be read, and goes on to say so.
 */
const newNameFor = (name: Name, names: readonly Name[]): string | undefined =>
  name.kind === "scale"
    ? ["n", "s", "m", "l", "x"].find((letter) => !names.some((one) => one.kind === "scale" && one.name === letter))
    : name.name.startsWith("_")
      ? "_zz_fresh"
      : "zz_fresh";

/** The first, one in the middle and the last stand for all of a long file. */
const each = sample(3, "names in each file");
let tried = 0;
for (const [i, { where, path, text }] of [...modelFiles(), ...some(onPages, "models on pages"), ...made].entries())
  test(`${where}: with another name the analysis is the same, and the old name brings the text back`, () => {
    const snapshot = look(path, text);
    const names = snapshot ? given(snapshot) : [];
    const all = [names[0], names[names.length >> 1], names.at(-1)];
    const chosen = new Set([...all, ...all].slice(i % 3, (i % 3) + each));
    for (const name of chosen) {
      const to = name && newNameFor(name, names);
      if (!name || to === undefined) continue;
      // What is no name can be called otherwise, and not so again.
      if (snapshot!.analysis.problems.some(({ id, span }) => id === "wrong-name" && span.from === name.span.from))
        continue;
      const now = renamed(snapshot!, name.span.from, to);
      // A library may do something else for one letter than for another.
      if (now === undefined && name.kind === "scale") continue;
      assert.ok(now !== undefined, `${name.kind} ${name.name} cannot be called otherwise`);
      const after = look(path, now)!;
      const [was, is] = [snapshot!, after].map((one) => JSON.stringify(said(one, to, name.name)));
      assert.ok(was === is, name.name);
      const back = given(after).find((one) => one.name === to && one.kind === name.kind)!;
      const isTaken = names.some((one) => one !== name && one.name === name.name && one.scope === name.scope);
      assert.equal(renamed(after, back.span.from, name.name), isTaken ? undefined : text);
      tried++;
    }
  });

test("there were names to change", () => assert.ok(tried > 50 * each, String(tried)));

test("a name that is taken, no name, or one that means something is refused, and nothing is changed", () => {
  let refused = 0;
  const files = some(modelFiles(), "files in which names are refused");
  for (const { path, text } of files) {
    const snapshot = look(path, text);
    for (const name of snapshot ? given(snapshot).slice(0, 3) : []) {
      const taken = given(snapshot!).filter(({ scope, of }) => scope === name.scope && of !== name.of);
      for (const to of ["", "3d", "a-b", "true", "not", ...taken.map((one) => one.name)]) {
        if (to === name.name) continue;
        assert.equal(renamed(snapshot!, name.span.from, to), undefined, `${name.name} cannot be ${to}`);
        refused++;
      }
    }
  }
  assert.ok(refused > 5 * files.length, `${refused}`);
});
