import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { within } from "../support/command";

const model = (width: number) =>
  `input: [1, 32, 32]\nlayers:\n  - Conv2d: { out_channels: ${width}, kernel_size: 3 }\n`;
const wrong = "input: [1, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 9 }\n";
const other = { "docker-compose.yaml": "services: {}\n" };
const who = ["-c", "user.name=a", "-c", "user.email=a@b.c"];

function committed(folder: string): void {
  for (const args of [
    ["init", "-q", "-b", "main"],
    ["add", "-A"],
    [...who, "commit", "-q", "-m", "first"],
  ])
    execFileSync("git", args, { cwd: folder });
}

function action(folder: string, env: { readonly [name: string]: string } = {}) {
  const summary = join(folder, ".git/summary");
  const { status, stdout } = spawnSync(process.execPath, [resolve("scripts/github-action.mjs")], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], CONVLINT_CLI: resolve("dist/cli.js"), GITHUB_STEP_SUMMARY: summary, ...env },
  });
  return { status, out: stdout, summary: readFileSync(summary, "utf8") };
}

test("the action tells what became of each model since the base", () =>
  within({ "a.cnn.yaml": model(16), ...other }, (folder) => {
    committed(folder);
    writeFileSync(join(folder, "a.cnn.yaml"), model(17));
    const { status, out, summary } = action(folder, { CONVLINT_BASE: "main" });
    assert.deepEqual([status, out], [0, ""]);
    assert.match(summary, /\| parameters \| 160 \| 170 \|/);
  }));

test("the action reads models for the comparison as it was told to for the check", () =>
  within({ "a.cnn.yaml": model(16), ...other }, (folder) => {
    committed(folder);
    writeFileSync(join(folder, "a.cnn.yaml"), model(17));
    for (const args of ["--max-warnings 0 --input 1,8,8", "--input=1,8,8"]) {
      const { summary } = action(folder, { CONVLINT_BASE: "main", CONVLINT_ARGS: args });
      // 9 factors for each of 6×6 places and 16 channels, then 17.
      assert.match(summary, /\| MACs \| 5,184 \| 5,508 \|/);
    }
  }));

test("the action names models that are gone, and no other files", () =>
  within({ "a.cnn.yaml": model(16), "b.cnn.yaml": model(8), ...other }, (folder) => {
    committed(folder);
    for (const file of ["a.cnn.yaml", "docker-compose.yaml"]) rmSync(join(folder, file));
    const { status, summary } = action(folder, { CONVLINT_BASE: "main" });
    assert.equal(status, 0);
    assert.match(summary, /\*\*`a\.cnn\.yaml`\*\* is deleted: 160 parameters/);
    assert.doesNotMatch(summary, /docker/);
  }));

test("the action fails with what is wrong, and not for want of a base", () =>
  within({ "a.cnn.yaml": wrong, ...other }, (folder) => {
    committed(folder);
    for (const env of [{}, { CONVLINT_BASE: "nowhere" }, { GITHUB_BASE_REF: "main" }]) {
      const { status, out, summary } = action(folder, env);
      assert.equal(status, 1);
      assert.match(out, /^::error title=ConvLint \(kernel-fits-input\),file=a\.cnn\.yaml,line=3,/);
      assert.match(summary, /Nothing is compared: /);
    }
  }));

test("the action hands over the inputs that its script reads", () => {
  const { inputs, runs } = parse(readFileSync("action.yml", "utf8"));
  const script = readFileSync("scripts/github-action.mjs", "utf8");
  const [step] = runs.steps;
  for (const name of Object.keys(inputs)) {
    const variable = `CONVLINT_${name.toUpperCase()}`;
    assert.equal(step.env[variable], `\${{ inputs.${name} }}`);
    assert.ok(script.includes(`env.${variable}`), variable);
  }
});

test("the hooks have the form that pre-commit documents", () => {
  const hooks: readonly { readonly [key: string]: unknown }[] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
  assert.deepEqual(
    hooks.map(({ id }) => id),
    ["convlint", "convlint-fix"],
  );
  for (const { entry, language, types_or, pass_filenames } of hooks)
    assert.deepEqual(
      [language, types_or, pass_filenames, /^convlint check/.test(String(entry))],
      ["node", ["yaml", "json"], false, true],
    );
});

test("every command of the recipes does what it says", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const page = readFileSync("docs/ci.md", "utf8");
  for (const [recipe] of page.matchAll(/(?<=```yaml\n)[\s\S]*?(?=```)/g)) assert.ok(parse(recipe));
  const commands = [...page.matchAll(/npx --yes convlint@(\S+) (check .*)/g)];
  assert.equal(commands.length, 4);
  assert.equal(/npx --yes convlint@(\S+) diff/.exec(page)?.[1], version);
  for (const [command, named] of commands) {
    assert.equal(named, version);
    within(
      {
        "a.cnn.yaml": wrong,
        ...other,
        npx: `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${resolve("dist/cli.js")}' "$@"\n`,
      },
      (folder) => {
        chmodSync(join(folder, "npx"), 0o755);
        const { status } = spawnSync("sh", ["-c", command!], {
          cwd: folder,
          env: { PATH: `${folder}:${process.env["PATH"]}` },
        });
        assert.equal(status, 1, command);
        const file = /--output-file (\S+)/.exec(command!)?.[1];
        if (file) assert.ok(existsSync(join(folder, file)), file);
      },
    );
  }
});

test("the recipe for a comparison fails where the two cannot be compared, and not where they are different", () =>
  within(
    {
      "net.cnn.yaml": model(16),
      npx: `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${resolve("dist/cli.js")}' "$@"\n`,
    },
    (folder) => {
      const [command] = /npx --yes \S+ diff .*/.exec(readFileSync("docs/ci.md", "utf8"))!;
      chmodSync(join(folder, "npx"), 0o755);
      committed(folder);
      writeFileSync(join(folder, "net.cnn.yaml"), model(17));
      const statusSince = (revision: string) =>
        spawnSync("sh", ["-c", command], {
          cwd: folder,
          env: { PATH: `${folder}:${process.env["PATH"]}`, CI_MERGE_REQUEST_DIFF_BASE_SHA: revision },
        }).status;
      assert.equal(statusSince("main"), 0);
      assert.match(readFileSync(join(folder, "convlint.md"), "utf8"), /\| parameters \| 160 \| 170 \|/);
      assert.notEqual(statusSince("nowhere"), 0);
    },
  ));
