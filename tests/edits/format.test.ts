import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { usual } from "../../server/src/core/formatting";
import type { Edge } from "../../server/src/core/graph";
import type { Edit } from "../../server/src/core/problem";
import type { Span } from "../../server/src/core/span";
import { recognise } from "../../server/src/formats/index";
import { understand } from "../../server/src/service";
import { columnsAt, formattedIn } from "../../server/src/service/formatting";
import { modelFiles, modelsOnPages, type Text } from "../support/corpus";
import { randomly } from "../support/random";
import { sheetsIn } from "../support/rows";
import { sample, some } from "../support/sample";

const shared = "../shared/ultralytics/models";
const others: readonly Text[] = existsSync(shared)
  ? readdirSync(shared, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => ({ where: file, path: file, text: readFileSync(`${shared}/${file}`, "utf8") }))
  : [];

const commentsIn = (path: string, text: string): readonly string[] =>
  [...text.matchAll(path.endsWith(".json") ? /\/\/.*$|\/\*[\s\S]*?\*\//gm : /(?<=^|[ \t])#.*$/gm)].map(([one]) =>
    one.trimEnd(),
  );

const dense = (text: string): string => text.replace(/[ \t]/g, "").trimEnd();

const edgeOf = ({ node, port }: Edge): unknown => [node, port];

/** Everything that is known of a model, wherever it is written; places are told by the words that stand there. */
const knownOf = (path: string, text: string): unknown => {
  const { models, problems } = understand(path, text)!.analysis;
  return [
    problems.map(({ id, severity, span }) => [id, severity, dense(text.slice(span.from, span.to))]),
    models.map(({ steps }) =>
      steps.map(({ node, outcome }) => [
        node.op,
        node.inputs.map(edgeOf),
        outcome?.outputs,
        outcome?.counts,
        outcome?.macs,
      ]),
    ),
  ];
};

/** Only blanks go, and only blanks come, but for a line break at the end. */
function isOrderly(text: string, edits: readonly Edit[]): void {
  let at = 0;
  for (const { span, text: put } of edits) {
    assert.ok(at <= span.from && span.from <= span.to);
    assert.match(put, span.to === text.length ? /^(?: *|\r\n|\n|\r)$/ : /^ *$/);
    assert.match(text.slice(span.from, span.to), span.to === text.length ? /^\s*$/ : /^[ \t]*$/);
    at = span.to;
  }
}

/** What comes of a text; nothing where it is no model, or broken. */
function tidied(path: string, text: string): string | undefined {
  const found = recognise(path, text);
  if (!found) return undefined;
  const edits = formattedIn(path, found.document, usual);
  isOrderly(text, edits);
  const now = applied(text, edits);
  assert.equal(dense(now), dense(text));
  assert.deepEqual(commentsIn(path, now), commentsIn(path, text));
  assert.deepEqual(
    formattedIn(path, recognise(path, now)!.document, usual),
    [],
    `${path} is not done at once:\n${text}\n=>\n${now}`,
  );
  return now;
}

const isSame = (path: string, text: string, now: string): void =>
  assert.deepEqual(knownOf(path, now), knownOf(path, text), `${path}:\n${text}\n=>\n${now}`);

describe("formatting leaves models what they are", () => {
  for (const { where, path, text } of [
    ...modelFiles(),
    ...some(modelsOnPages(), "models on pages, formatted"),
    ...some(others, "models of others, formatted"),
  ])
    it(where, () => {
      const now = tidied(path, text);
      if (now !== undefined && now !== text) isSame(path, text, now);
    });
});

describe("formatting of examples changes nothing", () => {
  for (const { where, path, text } of modelFiles().filter(({ where }) => where.startsWith("examples/")))
    it(where, () => assert.equal(tidied(path, text) ?? text, text));
});

const random = randomly(11);

/** Blanks where some may stand, and none where none need to; lines that end otherwise. */
function untidy(text: string): string {
  const blanks = (): string => random.one(["", " ", "  ", "    ", "\t"]);
  const spoilt = text.replace(/, ?|(?<=[[{]) ?| ?(?=[\]}])|(?<=\S) #|: (?=\S)|$/gm, (gap) => {
    if (random.chance(0.7)) return gap;
    if (gap.startsWith(",")) return `${blanks()},${blanks()}`;
    if (gap === " #") return `${blanks()} #`;
    return gap.startsWith(":") ? `: ${blanks()}` : blanks();
  });
  const ended = spoilt.trimEnd() + random.one(["", "\n", "  ", "\n\n\n", "\n  \n"]);
  return random.chance(0.3) ? ended.replace(/\n/g, "\r\n") : ended;
}

/** How often each file is spoilt. */
const spoils = sample(3, "ways to spoil each file that is formatted");

describe("formatting puts untidy texts in order", () => {
  for (const { where, path, text } of some([...modelFiles(), ...others.slice(0, 60)], "files with blanks put in"))
    it(where, () => {
      for (let i = 0; i < spoils; i++) {
        const spoilt = untidy(text);
        const now = tidied(path, spoilt);
        if (now === undefined || now === spoilt) continue;
        if (i === 0 && text.length < 4000) isSame(path, spoilt, now);
      }
    });
});

describe("formatting does not touch what is broken", () => {
  for (const { where, path, text } of modelFiles())
    it(where, () => {
      for (let i = 0; i < spoils; i++) {
        const at = random.below(text.length);
        const broken =
          text.slice(0, at) + random.one(["", "[", "}", '"', "\t", ": ", "- "]) + text.slice(at + random.below(3));
        const model = understand(path, broken);
        if (model?.analysis.problems.some(({ id }) => id === "syntax")) assert.deepEqual(model.formatted!(usual), []);
        else tidied(path, broken);
      }
    });
});

describe("formatting of parts of YAML that models seldom have", () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      "what stands in several lines",
      "input: [3,\n     8 ,  8  ]  \nlayers: [ ReLU ]",
      "input: [3,\n     8, 8]\nlayers: [ReLU]\n",
    ],
    [
      "texts in quotes, and over lines",
      'input: [3, 8, 8]\nmeta: {a: "b,  c",  d: \'e  [ f\'}\nmore: "g  \n  h"  \nlayers: []\n',
      'input: [3, 8, 8]\nmeta: { a: "b,  c", d: \'e  [ f\' }\nmore: "g  \n  h"\nlayers: []\n',
    ],
    [
      "texts as blocks",
      "notes: |  \n  a,b  \n\n  [ c ]   # d\n\ninput: [ 3, 8, 8 ]\nlayers: []\nlast: |+\n  e  \n\n\n",
      "notes: |\n  a,b  \n\n  [ c ]   # d\n\ninput: [3, 8, 8]\nlayers: []\nlast: |+\n  e  \n\n\n",
    ],
    [
      "anchors, aliases and merges",
      "input: [ 3, 8, 8 ]\nbase:   &base { a: 1 }\nkeys: { *base : 1,<<: *base }\nlayers: []\n",
      "input: [3, 8, 8]\nbase: &base { a: 1 }\nkeys: { *base : 1, <<: *base }\nlayers: []\n",
    ],
    [
      "keys that are asked for",
      "? input\n:   [3,  8, 8]\n? layers\n:   - ReLU\n",
      "? input\n:   [3, 8, 8]\n? layers\n:   - ReLU\n",
    ],
    [
      "the dashes of lists",
      "input: [3, 8, 8]\nlayers:\n  -   ReLU:  {}\n      name:  a\n",
      "input: [3, 8, 8]\nlayers:\n  -   ReLU: {}\n      name: a\n",
    ],
    ["lone returns", "input: [ 3, 8, 8 ]\rlayers: []  \r\r", "input: [3, 8, 8]\rlayers: []\r"],
    ["a mark of the order of bytes", "\ufeffinput: [ 3, 8, 8 ]\nlayers: []\n", "\ufeffinput: [3, 8, 8]\nlayers: []\n"],
    [
      "the first document's marks",
      "%YAML 1.2\n---   # one\ninput: [ 3, 8, 8 ]\nlayers: []\n...",
      "%YAML 1.2\n---   # one\ninput: [3, 8, 8]\nlayers: []\n...\n",
    ],
    [
      "numbers in groups",
      "input: [3,8, 8]\nlayers: []\nanchors: [ 10,13,  16,30, 33,23 ]\n",
      "input: [3, 8, 8]\nlayers: []\nanchors: [10,13, 16,30, 33,23]\n",
    ],
    [
      "a list that stays open",
      "input: [3, 8, 8]\nlayers: [\n  ReLU,   \n  { Conv2d: {} ,},\n]\n",
      "input: [3, 8, 8]\nlayers: [\n  ReLU,\n  { Conv2d: {}, },\n]\n",
    ],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(tidied("model.cnn.yaml", before), after));

  it("a second document, and an empty one", () => {
    assert.equal(
      tidied("model.cnn.yaml", "input: [ 3, 8, 8 ]\nlayers: []\n---\na:  1  \n"),
      "input: [ 3, 8, 8 ]\nlayers: []\n---\na:  1  \n",
    );
    assert.equal(tidied("model.cnn.yaml", "\n  \n"), "\n\n");
  });
});

describe("formatting of JSON", () => {
  const text = '{"input":[3,8 , 8],  // size\n  /* a,b */ "layers":[ {"ReLU":{ }},]// all\n}';
  it("has the same blanks, and the same comments", () =>
    assert.equal(
      tidied("model.cnn.json", text),
      '{ "input": [3, 8, 8],  // size\n  /* a,b */ "layers": [{ "ReLU": {} },] // all\n}\n',
    ));
});

describe("columns on request", () => {
  for (const { where, path, text } of some([...modelFiles(), ...others], "files whose columns are aligned"))
    it(where, () => {
      const now = tidied(path, text);
      if (now === undefined) return;
      const offersIn = (text: string, span: Span) =>
        columnsAt(span, path, recognise(path, text)!.document, sheetsIn(path, text));
      for (const { rows } of sheetsIn(path, now))
        for (const list of new Set(rows.map((row) => row.list))) {
          const { span } = rows.find((row) => row.list === list)!;
          const [align] = offersIn(now, span);
          const done = align?.say();
          assert.equal(!!done, !!align);
          if (!done) continue;
          isOrderly(now, done.edits);
          const aligned = applied(now, done.edits);
          assert.equal(dense(aligned), dense(now));
          assert.deepEqual(
            formattedIn(path, recognise(path, aligned)!.document, usual),
            [],
            `aligned columns do not stay:\n${aligned}`,
          );
          assert.deepEqual(offersIn(aligned, span), []);
        }
    });
});

describe("formatting as it is wished", () => {
  const text = "input: [ 3, 8, 8 ]  \nlayers: [ ReLU ] \n\n\n";
  const asked = (wishes: Partial<typeof usual>, of = text): string =>
    applied(of, understand("model.cnn.yaml", of)!.formatted!({ ...usual, ...wishes }));
  it("keeps the ends of lines", () =>
    assert.equal(asked({ trimsLines: false }), "input: [3, 8, 8]  \nlayers: [ReLU] \n"));
  it("keeps the lines at the end", () =>
    assert.equal(asked({ trimsEnd: false }), "input: [3, 8, 8]\nlayers: [ReLU]\n\n\n"));
  it("does not end the last line", () =>
    assert.equal(asked({ endsLastLine: false }, text.trimEnd()), "input: [3, 8, 8]\nlayers: [ReLU]"));
  it("reaches some lines only", () => {
    const { formatted } = understand("model.cnn.yaml", text)!;
    assert.equal(applied(text, formatted!(usual, { from: 25, to: 26 })), "input: [ 3, 8, 8 ]  \nlayers: [ReLU]\n\n\n");
  });
});

describe("formatting keeps columns", () => {
  const [head, tail] = ["nc: 80\nbackbone:\n", "head: []\n"];
  const rows = (text: string): string => tidied("model.yaml", head + text + tail)!.slice(head.length, -tail.length);
  const aligned = `  - [-1,      1, Conv,  [64, 3, 2]]  # 0
  - [-1,      1, C2f,   [64]]        # 1
  - [[-1, 0], 1, Concat, [1]]         # 2
`;
  it("that are aligned", () => assert.equal(rows(aligned), aligned));
  it("in place, where something before them goes or comes", () =>
    assert.equal(rows(aligned.replace("[-1,      1, C2f, ", "[ -1,     1,C2f,  ")), aligned));
  it("by their ends", () => {
    const right = "  - [-1,  1, Conv, [64]]\n  - [-1, 12, Conv, [64]]\n";
    assert.equal(rows(right), right);
  });
  it("but not what is alike everywhere", () =>
    assert.equal(
      rows("  - [ -1,  1,  Conv, [64]]\n  - [ -1,  1,  Conv, [64]]\n"),
      "  - [-1, 1, Conv, [64]]\n  - [-1, 1, Conv, [64]]\n",
    ));
});
