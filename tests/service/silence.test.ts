import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../server/src/core/analysis";
import { applied } from "../../server/src/core/edit";
import type { Problem } from "../../server/src/core/problem";
import { understand } from "../../server/src/service";
import { type Reach, silencer } from "../../server/src/service/silence";
import { commentedPython } from "../../server/src/service/silence-python";
import { isSameTree } from "../../server/src/tree/same";
import type { Tree } from "../../server/src/tree/tree";
import { parseYaml } from "../../server/src/tree/yaml";
import { modelFiles, modelsOnPages, type Text } from "../support/corpus";
import { generated } from "../support/generated-rows";
import { randomly } from "../support/random";
import { sample, some } from "../support/sample";

/** The text once an id is silenced at a word. */
function silenced(text: string, word: string, reach: Reach = "line", id = "some-id"): string | undefined {
  const edits = silencer(text)(id, text.indexOf(word), reach);
  return edits && applied(text, edits);
}

const layers = (...lines: readonly string[]): string => `layers:\n${lines.join("\n")}\n`;

describe("a comment for one line", () => {
  it("stands at its end, or above it where that is long or has a comment", () => {
    assert.equal(silenced(layers("  - A  ", "  - B"), "A"), layers("  - A # convlint-disable-line some-id  ", "  - B"));
    assert.equal(
      silenced(layers("  - A # so", "  - B"), "A"),
      layers("  # convlint-disable-next-line some-id", "  - A # so", "  - B"),
    );
    const long = `    - A: { name: ${"x".repeat(110)} }`;
    assert.equal(silenced(layers(long), "A"), layers("    # convlint-disable-next-line some-id", long));
    assert.equal(silenced("a: 1", "a"), "a: 1 # convlint-disable-line some-id");
    assert.equal(silenced("a: 1 # x\r\n", "a"), "# convlint-disable-next-line some-id\r\na: 1 # x\r\n");
  });

  it("is the one that is there, with another id before the reason", () => {
    assert.equal(
      silenced(layers("  - A # convlint-disable-line other -- why"), "A"),
      layers("  - A # convlint-disable-line other, some-id -- why"),
    );
    assert.equal(
      silenced(layers("  # convlint-disable-next-line a, b", "  - A"), "A"),
      layers("  # convlint-disable-next-line a, b, some-id", "  - A"),
    );
    assert.equal(silenced("# convlint-disable-next-line\na: 1", "a: 1"), "# convlint-disable-next-line some-id\na: 1");
  });

  it("stands between brackets as anywhere else", () => {
    assert.equal(
      silenced("head:\n  [[-1, 1, A, []],\n   [-1, 1, B, []]] # end\n", "B"),
      "head:\n  [[-1, 1, A, []],\n   # convlint-disable-next-line some-id\n   [-1, 1, B, []]] # end\n",
    );
    assert.equal(silenced("[A,\n B]", "A"), "[A, # convlint-disable-line some-id\n B]");
  });

  it("is never part of a text: it stands around one of several lines", () => {
    for (const text of ['a:\n  b: "one\n    two\n    three"\n  c: 1\n', "a:\n  b: one\n    two\n    three\n  c: 1\n"])
      assert.equal(
        silenced(text, "two"),
        text.replace("  b:", "  # convlint-disable some-id\n  b:").replace("  c:", "  # convlint-enable some-id\n  c:"),
      );
    assert.equal(
      silenced("a:\n  b: |\n    one\n    two\n", "one"),
      "a:\n  # convlint-disable some-id\n  b: |\n    one\n    two\n  # convlint-enable some-id\n",
    );
    assert.equal(silenced("b: |\n  one", "|"), "# convlint-disable-next-line some-id\nb: |\n  one");
  });
});

describe("a comment for a file", () => {
  it("stands below the comments that it begins with", () => {
    assert.equal(silenced("a: 1\n", "a", "file"), "# convlint-disable-file some-id\na: 1\n");
    assert.equal(
      silenced("# License\n# Docs\n\n# Of a\na: 1\n", "a: 1", "file"),
      "# License\n# Docs\n# convlint-disable-file some-id\n\n# Of a\na: 1\n",
    );
    assert.equal(silenced("# only", "only", "file"), "# only\n# convlint-disable-file some-id\n");
    assert.equal(
      silenced("# License\n# convlint-disable-next-line x\na: 1\n", "a: 1", "file"),
      "# License\n# convlint-disable-file some-id\n# convlint-disable-next-line x\na: 1\n",
    );
  });

  it("is the one that is there", () =>
    assert.equal(
      silenced("a: 1\n# convlint-disable-file x\n", "a", "file"),
      "a: 1\n# convlint-disable-file x, some-id\n",
    ));
});

/** A text, and what is told of it. */
interface Looked {
  readonly text: string;
  readonly root: Tree | undefined;
  readonly analysis: Analysis;
}

const look = (path: string, text: string): Looked | undefined => {
  const analysis = understand(path, text)?.analysis;
  return analysis && { text, root: parseYaml(text).root, analysis };
};

/** All problems of a text with the words they lie on, those that a comment silences marked. */
function told({ text, analysis }: Looked, id: string): { readonly same: string; readonly others: readonly string[] } {
  const { problems, suppressed } = analysis;
  const word = ({ id, span }: Problem): string => `${id} ${text.slice(span.from, span.to).slice(0, 40)}`;
  return {
    same: problems
      .filter((one) => one.id === id)
      .map(word)
      .join("\n"),
    // What waits is told once nothing urgent is left.
    others: [
      ...problems.filter((one) => one.id !== id && !one.waits),
      ...suppressed.filter((one) => one.id !== id),
    ].map(word),
  };
}

function check({ text, path, where }: Text): number {
  // JSON has no comments, and in what is not read none is.
  if (/\.json$/.test(path)) return 0;
  const before = look(path, text);
  if (!before?.root) return 0;
  const silence = silencer(text);
  // For the file a problem is silenced by the same comment as any other of its kind.
  const looks = new Map<string, Looked>();
  const again = (edited: string): Looked => {
    const known = looks.get(edited) ?? look(path, edited)!;
    looks.set(edited, known);
    return known;
  };
  const seen = new Set<string>();
  let done = 0;
  for (const { id, span, idle } of before.analysis.problems) {
    if (idle || seen.has(`${id} ${span.from}`)) continue;
    seen.add(`${id} ${span.from}`);
    const was = told(before, id);
    for (const reach of ["line", "file"] as const) {
      const what = `${where}: ${id} at ${span.from} for the ${reach}`;
      const edits = silence(id, span.from, reach);
      assert.ok(edits, what);
      const after = again(applied(text, edits));
      const shown = `${what}\n${after.text}`;
      assert.ok(isSameTree(before.root, after.root), what);
      const moved = edits.reduce((at, edit) => (edit.span.from <= span.from ? at + edit.text.length : at), span.from);
      assert.ok(!after.analysis.problems.some((other) => other.id === id && other.span.from === moved), shown);
      const is = told(after, id);
      assert.deepEqual(is.others, was.others, shown);
      if (reach === "file") assert.equal(is.same, "", what);
      done++;
    }
  }
  return done;
}

describe("silencing any problem", () => {
  it("on any page leaves all else as it was", () => {
    const pages = some(modelsOnPages(), "models on pages, silenced");
    const count = pages.reduce((sum, one) => sum + check(one), 0);
    assert.ok(count > pages.length / 2, String(count));
  });

  it("in any model of the tests and the examples too", () => {
    const files = some(modelFiles(), "files, silenced");
    const count = files.reduce((sum, one) => sum + check(one), 0);
    assert.ok(count > files.length, String(count));
  });

  it("in models of every style of writing", () => {
    const random = randomly(11);
    const runs = sample(150, "models of every style");
    let count = 0;
    for (let run = 0; run < runs; run++) {
      const { path, text, style } = generated(random);
      const wrong = text.replace(/\b(?:Conv|ReLU)\b/g, (word) => (random.chance(0.3) ? `${word}x` : word));
      count += check({ where: `${style}, run ${run}\n${wrong}`, path, text: wrong });
    }
    assert.ok(count > runs / 2, String(count));
  });
});

describe("a comment in a program", () => {
  const said = (text: string, word: string, reach: Reach = "line"): string | undefined => {
    const edits = silencer(text, commentedPython)("some-id", text.indexOf(word), reach);
    return edits && applied(text, edits);
  };
  const id = "convlint-disable-line some-id";

  it("stands where one may stand, and is never part of a text", () => {
    assert.equal(said("a = A(1)\n", "A"), `a = A(1)  # ${id}\n`);
    assert.equal(said("a = f(\n  A(1),\n)\n", "A"), `a = f(\n  A(1),  # ${id}\n)\n`);
    assert.equal(said('a = A("# 1")\n', "A("), 'a = A("# 1")  # convlint-disable-line some-id\n');
    assert.equal(said("  a = A(1)  # so\n", "A"), "  # convlint-disable-next-line some-id\n  a = A(1)  # so\n");
    assert.equal(said('a = A(1, """\n""")\n', "A"), '# convlint-disable-next-line some-id\na = A(1, """\n""")\n');
    assert.equal(said("a = A(1) # convlint-disable-line b\n", "A"), "a = A(1) # convlint-disable-line b, some-id\n");
  });

  it("stands around lines that are one", () => {
    assert.equal(
      said("  a = b + \\\n    A(1) + \\\n    c\nd = 1\n", "A"),
      "  # convlint-disable some-id\n  a = b + \\\n    A(1) + \\\n    c\n  # convlint-enable some-id\nd = 1\n",
    );
    assert.equal(said("a = b + \\\r\n  A(1)\r\n", "A"), `a = b + \\\r\n  A(1)  # ${id}\r\n`);
  });

  it("for a whole file stands below what the file begins with", () => {
    const head = "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n";
    assert.equal(
      said(`${head}"""A net."""\na = A(1)\n`, "A(", "file"),
      `${head}# convlint-disable-file some-id\n"""A net."""\na = A(1)\n`,
    );
    assert.equal(
      said('"""# A\nnet."""\na = A(1)\n', "A(", "file"),
      '# convlint-disable-file some-id\n"""# A\nnet."""\na = A(1)\n',
    );
  });
});
