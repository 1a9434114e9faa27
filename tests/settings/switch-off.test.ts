import assert from "node:assert/strict";
import { test } from "node:test";
import { applied } from "../../server/src/core/edit";
import { known } from "../../server/src/lsp/known";
import { settingsAt } from "../../server/src/settings/find";
import { switchOff } from "../../server/src/settings/switch-off";

const id = "bias-before-norm";

/** The configuration with the id off, which is read as it should be. */
function off(text: string): string | undefined {
  const edit = switchOff(text, id);
  if (!edit) return undefined;
  const next = applied(text, [edit]);
  const { settings, problems } = settingsAt("/.convlint.yaml", next, known());
  assert.deepEqual([problems, settings.rules[id]], [[], "off"], next);
  return next;
}

test("an id that is not named yet comes below the others", () => {
  assert.equal(off(""), `rules:\n  ${id}: off\n`);
  assert.equal(off("# ours"), `# ours\nrules:\n  ${id}: off\n`);
  assert.equal(off("root: true\r\n"), `root: true\r\nrules:\r\n  ${id}: off\r\n`);
  assert.equal(off("rules: # none yet\nroot: true\n"), `rules: # none yet\n  ${id}: off\nroot: true\n`);
  assert.equal(
    off("rules:\n    syntax: error   # all of it\n\n# last\nroot: true"),
    `rules:\n    syntax: error   # all of it\n    ${id}: off\n\n# last\nroot: true`,
  );
});

test("also between braces", () => {
  assert.equal(off("rules: {}\n"), `rules: { ${id}: off }\n`);
  assert.equal(off("rules: { syntax: error }\n"), `rules: { syntax: error, ${id}: off }\n`);
  assert.equal(off("{ root: true }\n"), `{ root: true, rules: { ${id}: off } }\n`);
  assert.equal(off("{}\n"), `{ rules: { ${id}: off } }\n`);
});

test("of one that is named the severity changes, and nothing beside it", () => {
  assert.equal(off(`rules:\n  ${id}: error # ours\n`), `rules:\n  ${id}: off # ours\n`);
  assert.equal(off(`rules: { ${id}: "error" }\n`), `rules: { ${id}: off }\n`);
  assert.equal(off(`rules:\n  ${id}: { severity: hint }\n`), `rules:\n  ${id}: { severity: off }\n`);
  assert.equal(off(`rules:\n  ${id}:\n    severity: hint\n`), `rules:\n  ${id}:\n    severity: off\n`);
  assert.equal(off(`rules:\n  ${id}: {}\n`), `rules:\n  ${id}: { severity: off }\n`);
  assert.equal(off(`rules:\n  ${id}:\n`), `rules:\n  ${id}: off\n`);
});

test("what is no configuration is left alone", () => {
  assert.equal(switchOff("[1]\n", id), undefined);
  assert.equal(switchOff("rules: [1]\n", id), undefined);
});
