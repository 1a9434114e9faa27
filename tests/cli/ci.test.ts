import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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

interface Acting {
  readonly [name: string]: string;
}

function action(folder: string, env: Acting = {}, script = "scripts/github-action.mjs") {
  const summary = join(folder, ".git/summary");
  const { status, stdout } = spawnSync(process.execPath, [resolve(script)], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      ...(env["RUNNER_TEMP"] ? offline(folder) : { CONVLINT_CLI: resolve("dist/cli.js") }),
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    },
  });
  return { status, out: stdout, summary: readFileSync(summary, "utf8") };
}

/** Npm as it is, but for what it would ask or keep elsewhere. */
const offline = (folder: string) => ({
  npm_config_offline: "true",
  npm_config_cache: join(folder, ".npm"),
  npm_config_update_notifier: "false",
});

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

test("the action says why a model is not compared", () => {
  const yolo = (width: number) =>
    `nc: 80\nscales: { n: [1, 1, 1024] }\nbackbone:\n  - [-1, 1, Conv, [${width}, 3, 2]]\nhead:\n  - [[0], 1, Detect, [nc]]\n`;
  const files = {
    "a.cnn.yaml": model(16),
    "deleted.yaml": yolo(64),
    "no-model.yaml": "notes: none\n",
    "was-none.yaml": "notes: none\n",
    "yolo.yaml": yolo(64),
    ".convlint.yaml": "rules: {}\n",
    ...other,
  };
  within(files, (folder) => {
    committed(folder);
    for (const file of ["deleted.yaml", "docker-compose.yaml"]) rmSync(join(folder, file));
    const now = {
      "a.cnn.yaml": model(17),
      "new.yaml": yolo(8),
      "no-model.yaml": "notes: some\n",
      "was-none.yaml": model(3),
      "yolo.yaml": yolo(32),
      ".convlint.yaml": "rules: { no-such-rule: off }\n",
    };
    for (const [file, text] of Object.entries(now)) writeFileSync(join(folder, file), text);
    execFileSync("git", ["add", "new.yaml"], { cwd: folder });
    const { status, summary } = action(folder, { CONVLINT_BASE: "main", CONVLINT_ARGS: "--scale s" });
    assert.equal(status, 2);
    const about = [...summary.matchAll(/^\*\*`?(.*?)`?\*\*.*$/gm)].map(([line]) => line);
    assert.match(summary, /\| parameters \| 160 \| 170 \|/);
    assert.deepEqual(
      about.filter((line) => / not /.test(line)).map((line) => line.replace(/\b[0-9a-f]{8}:/, "BASE:")),
      [
        "**`was-none.yaml`** is not compared: BASE:was-none.yaml: it is no model: it has neither input and layers, as models of ConvLint, nor a backbone or head, as those of YOLO",
        "**`new.yaml`** is not compared: it has no scale s, only n",
        "**`yolo.yaml`** is not compared: it has no scale s, only n",
        "**`deleted.yaml`** is deleted, and is not summed up: it has no scale s, only n",
      ],
    );
    assert.doesNotMatch(summary, /docker|no-model|convlint\.yaml/);
  });
});

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
      ["node", ["yaml", "json", "python"], false, true],
    );
});

test("the action builds its own command where that is not built yet, with what the lock file names", () => {
  const files = {
    "a.cnn.yaml": wrong,
    "action/scripts/github-action.mjs": readFileSync("scripts/github-action.mjs"),
    "action/esbuild.mjs": `import { cpSync } from "node:fs";\ncpSync(${JSON.stringify(resolve("dist/cli.js"))}, "dist/cli.js");\n`,
    "bin/npm": `#!/bin/sh\npwd > "$RUNNER_TEMP/said"\necho "$@" >> "$RUNNER_TEMP/said"\n`,
  };
  within(files, (folder) => {
    chmodSync(join(folder, "bin/npm"), 0o755);
    committed(folder);
    const env = { RUNNER_TEMP: folder, PATH: `${join(folder, "bin")}:${process.env["PATH"]}` };
    for (const said of [
      `${join(realpathSync(folder), "action")}\nci --ignore-scripts --no-audit --no-fund\n`,
      undefined,
    ]) {
      const { status, out } = action(folder, env, join(folder, "action/scripts/github-action.mjs"));
      assert.equal(status, 1);
      assert.match(out, /^::error title=ConvLint \(kernel-fits-input\),file=a\.cnn\.yaml,line=3,/);
      const file = join(folder, "said");
      assert.equal(existsSync(file) ? readFileSync(file, "utf8") : undefined, said);
      rmSync(file, { force: true });
    }
  });
});

const page = readFileSync("docs/ci.md", "utf8");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const packed = `convlint-${version}.tgz`;

test("the page names the packed command and the action as it says at its beginning, and no other address", () => {
  const [first] = page.split("\n## GitHub: annotations");
  assert.ok(first!.includes(packed) && first!.includes("OWNER/REPOSITORY"));
  for (const [recipe] of page.matchAll(/(?<=```yaml\n)[\s\S]*?(?=```)/g)) assert.ok(parse(recipe));
  const named = [...page.matchAll(/npx (?:--yes )?([^\s`]+)/g)].map(([, word]) => word);
  assert.deepEqual(new Set(named), new Set([`./${packed}`]));
  const used = [...page.matchAll(/uses: (\S+)/g)].map(([, word]) => word!);
  assert.deepEqual(
    used.filter((word) => !/^(?:actions|github)\//.test(word)),
    [`OWNER/REPOSITORY@v${version}`],
  );
  assert.doesNotMatch(page, /convlint@|convlint\/convlint/);
});

/** In place of npx where what it installs is not what is asked. */
const npx = `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${resolve("dist/cli.js")}' "$@"\n`;

test("every command of the recipes does what it says", () => {
  const commands = [...page.matchAll(/npx --yes \S+ check\b[^\n`]*/g)].map(([command]) => command);
  assert.equal(commands.length, 5);
  for (const command of commands)
    within({ "a.cnn.yaml": wrong, ...other, npx }, (folder) => {
      chmodSync(join(folder, "npx"), 0o755);
      const { status } = spawnSync("sh", ["-c", command], {
        cwd: folder,
        env: { PATH: `${folder}:${process.env["PATH"]}` },
      });
      assert.equal(status, 1, command);
      const file = /--output-file (\S+)/.exec(command)?.[1];
      if (file) assert.ok(existsSync(join(folder, file)), file);
    });
});

test("what npm packs is all that the recipes and the action need, without a network", () =>
  within({ "a.cnn.yaml": wrong }, (folder) => {
    const env = { PATH: process.env["PATH"], ...offline(folder) };
    const [pack] = /^npm pack.*$/m.exec(page)!;
    const { stderr } = spawnSync("sh", ["-c", `${pack} --ignore-scripts --pack-destination '${folder}'`], { env });
    assert.ok(existsSync(join(folder, packed)), stderr.toString());
    const [command] = /(?<=```sh\n)npx .*/.exec(page)!;
    const { status, stdout } = spawnSync("sh", ["-c", command], { cwd: folder, env, encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stdout, /^a\.cnn\.yaml:3:\d+: error\[kernel-fits-input\]/);
    committed(folder);
    const acted = action(folder, { RUNNER_TEMP: folder, CONVLINT_PACKAGE: packed });
    assert.match(acted.out, /^::error title=ConvLint \(kernel-fits-input\),file=a\.cnn\.yaml,line=3,/);
  }));

test("the recipe for a comparison fails where the two cannot be compared, and not where they are different", () =>
  within(
    {
      "net.cnn.yaml": model(16),
      npx,
    },
    (folder) => {
      const [command] = /npx --yes \S+ diff .*/.exec(page)!;
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
