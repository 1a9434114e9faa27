import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { render } from "../../server/src/core/message";
import { param } from "../../server/src/core/param";
import { rule } from "../../server/src/core/rule";
import { int, number } from "../../server/src/core/types";
import { settingsAbove, settingsAt } from "../../server/src/settings/find";
import { resolve } from "../../server/src/settings/resolve";

const optional = rule({
  id: "one-rule",
  summary: "Finds something.",
  why: "It is wrong.",
  severity: "warning",
  options: {
    most: param(int({ min: 1 }), { doc: "How much may be.", default: 3 }),
    share: param(number(), { doc: "Which part.", default: 0.5 }),
  },
  check() {},
});
const known = {
  ids: ["one-rule", "other-rule"],
  dialects: ["convlint", "yolov5"],
  rules: [optional],
  version: "1.2.3",
};

/** What holds for a file, given the configuration files there are. */
const holds = (path: string, files: { readonly [path: string]: string }) =>
  resolve(settingsAbove(path, { read: (file) => files[file] }, known), path);

const said = (text: string): readonly string[] =>
  settingsAt("/.convlint.yaml", text, known).problems.map(
    ({ id, span, message }) => `${text.slice(span.from, span.to)} ${id}: ${render(message)}`,
  );

describe("settings", () => {
  it("of the nearest file win, key by key and id by id", () => {
    const files = {
      "/a/.convlint.yaml": "rules: { one-rule: error, other-rule: hint }\ninput: [1, 2, 2]\ndialect: yolov5\n",
      "/a/b/.convlint.yaml": "rules: { one-rule: off }\ninput: { x: [3, 4, 4] }\n",
    };
    const input = { x: [3, 4, 4] };
    const rules = { "one-rule": "off", "other-rule": "hint" };
    assert.deepEqual(holds("/a/b/c/m.yaml", files), {
      rules,
      ruleOptions: {},
      input,
      dialect: "yolov5",
      ignored: false,
    });
    assert.deepEqual(holds("/a/m.yaml", files).input, [1, 2, 2]);
    assert.deepEqual(holds("/m.yaml", files), { rules: {}, ruleOptions: {}, ignored: false });
  });

  it("of a rule are its severity and its options, each from the nearest file that says it", () => {
    const files = {
      "/a/.convlint.yaml": "rules: { one-rule: { severity: error, most: 5, share: 0.2 } }",
      "/a/b/.convlint.yaml": "rules: { one-rule: { most: 7 } }",
      "/a/c/.convlint.yaml": "rules: { one-rule: off }",
    };
    const { rules, ruleOptions } = holds("/a/b/m.yaml", files);
    assert.deepEqual([rules, ruleOptions], [{ "one-rule": "error" }, { "one-rule": { most: 7, share: 0.2 } }]);
    assert.deepEqual(holds("/a/c/m.yaml", files).rules, { "one-rule": "off" });
  });

  it("of a rule that are wrong are told option by option", () => {
    assert.deepEqual(
      said("rules: { one-rule: { severity: loud, most: 0, shar: 1, share: }, other-rule: { most: 1 } }"),
      [
        "loud wrong-setting: one-rule is error, warning, information, hint or off, or a map with severity and most, share",
        "0 wrong-setting: most is an integer ≥ 1, not 0",
        "shar unknown-setting: one-rule has no option shar; did you mean share?",
        "share wrong-setting: share is a number",
        "most unknown-setting: other-rule has no option most; all that can be said of it is its severity",
      ],
    );
    assert.deepEqual(said("rules: { one-rule: waring, other-rule: { colours: 1 } }"), [
      "waring wrong-setting: one-rule is error, warning, information, hint or off, or a map with severity and most, share; did you mean warning?",
      "colours unknown-setting: other-rule has no option colours; all that can be said of it is its severity",
    ]);
  });

  it("above a root do not count", () => {
    const files = { "/.convlint.yaml": "rules: { one-rule: off }", "/a/.convlint.yaml": "root: true" };
    assert.deepEqual(holds("/a/m.yaml", files).rules, {});
  });

  it("of overrides hold for the files they name, in order", () => {
    const files = {
      "/a/.convlint.yaml": `rules: { one-rule: error }
overrides:
  - files: ["x/**"]
    rules: { one-rule: hint }
    input: [1, 1, 1]
  - files: "*.old.yaml"
    rules: { one-rule: off }
    dialect: yolov5
`,
    };
    const { rules, input, dialect } = holds("/a/x/m.old.yaml", files);
    assert.deepEqual([rules, input, dialect], [{ "one-rule": "off" }, [1, 1, 1], "yolov5"]);
    assert.deepEqual(holds("/a/x/m.yaml", files).rules, { "one-rule": "hint" });
    assert.deepEqual(holds("/a/y/x/m.yaml", files).rules, { "one-rule": "error" });
  });

  it("pass over what is ignored anywhere, by name, by path and by folder", () => {
    const files = {
      "/a/.convlint.yaml": 'ignore: ["*.gen.yaml", "old/", "b/*.yaml"]',
      "/a/b/.convlint.yaml": "ignore: []",
    };
    const ignored = (path: string) => holds(path, files).ignored;
    assert.deepEqual(["/a/x/m.gen.yaml", "/a/old/x/m.yaml", "/a/b/m.yaml"].map(ignored), [true, true, true]);
    assert.deepEqual(["/a/m.yaml", "/a/x/old/m.yaml", "/a/b/c/m.yaml"].map(ignored), [false, false, false]);
  });

  it("that are wrong are told at their place, and the rest holds", () => {
    const text = `rule: {}
rules: { one-rul: off, one-rule: loud, other-rule: off }
root: maybe
input: [3, -1]
dialect: yolo5
ignore: 7.5: 1
overrides:
  - { rules: { other-rule: error } }
`;
    assert.deepEqual(said("rules: [a]\n"), ["[a] wrong-setting: rules is a map of ids and severities"]);
    assert.deepEqual(said("- a\n").length, 1);
    const sound = text.replace("ignore: 7.5: 1\n", "");
    assert.deepEqual(
      said(sound)
        .map((line) => line.split(":")[0])
        .sort(),
      [
        "[3, -1] wrong-setting",
        "loud wrong-setting",
        "maybe wrong-setting",
        "one-rul unknown-rule",
        "rule unknown-setting",
        "rules wrong-setting",
        "yolo5 wrong-setting",
      ],
    );
    const { rules } = settingsAt("/.convlint.yaml", sound, known).settings;
    assert.deepEqual(rules, { "other-rule": "off" });
    assert.ok(said(text).some((line) => / syntax:/.test(line)));
  });

  it("may be an empty file, or one of comments", () => {
    assert.deepEqual([said(""), said("# nothing yet\n"), said("rules:\n")], [[], [], []]);
  });
});
