import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const model = "input: [3, 8, 8]\nlayers:\n  - ReLU\n";
const text = (rules: readonly string[]): string => `${rules.join("\n")}\n`;

/** Which files are looked at, and what is complained of. */
function checked(cwd: string, ...args: readonly string[]) {
  const { status, out, err } = convlint(["check", "--format", "json", ...args], { cwd });
  return { status, files: JSON.parse(out).files.map(({ file }: any) => file), err };
}

const git = (cwd: string, ...args: readonly string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });

/** What git itself finds where nothing is committed. */
const unignored = (cwd: string): readonly string[] =>
  git(cwd, "-c", "core.excludesFile=/dev/null", "ls-files", "--others", "--exclude-standard", "-z")
    .split("\0")
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();

const models = (...paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, model]));

describe("what .gitignore leaves out", () => {
  const files = {
    ...models("a.yaml", "b.yaml", "keep.yaml", "build/x.yaml", "sub/build/y.yaml", "sub/a.yaml", "sub/own.yaml"),
    ...models(
      "sub/deep/own.yaml",
      "sub/deep/b.yaml",
      "out/one.yaml",
      "out/two.yaml",
      "out/in/three.yaml",
      "secret.yaml",
    ),
    ...models("odd/[x].yaml", "odd/space .yaml", "odd/#.yaml", "odd/!bang.yaml", "lib/gone/z.yaml", "lib/back/z.yaml"),
    ".gitignore": text([
      "# a comment",
      "*.yaml",
      "!keep.yaml",
      "!/a.yaml",
      "build/",
      "!out/**",
      "out/two.yaml",
      "!odd/*",
    ]),
    "odd/.gitignore": text(["\\#.yaml", "\\!bang.yaml", "space\\ .yaml"]),
    "sub/.gitignore": text(["!own.yaml", "deep/*", "!deep/own.yaml", "!a.yaml"]),
    "lib/.gitignore": "\ufeff!*.yaml\r\ngone\r\n",
    "deep/er/x.yaml": model,
    "deep/.gitignore": text(["!er/x.yaml"]),
  };

  it("is what git says it is, in every folder", () => {
    within(files, (cwd) => {
      git(cwd, "init", "-q");
      const { status, files: found, err } = checked(cwd);
      assert.deepEqual([status, err], [0, ""]);
      assert.deepEqual(found, unignored(cwd));
      assert.ok(found.length > 5 && !found.includes("b.yaml"), String(found));
      // From below the rules of the folders above hold too.
      const below = checked(join(cwd, "sub"));
      assert.deepEqual(
        below.files.map((file: string) => `sub/${file}`),
        unignored(cwd).filter((file) => file.startsWith("sub/")),
      );
      assert.deepEqual(checked(cwd, "**/*.yaml").files, unignored(cwd));
    });
  });

  it("is said by .git/info/exclude too, also of a second work tree", () => {
    within({ "one/a.yaml": model, "one/b.yaml": model }, (folder) => {
      const cwd = join(folder, "one");
      git(cwd, "init", "-q");
      git(cwd, "add", "-A");
      git(cwd, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first");
      git(cwd, "worktree", "add", "-q", "../two");
      execFileSync("sh", ["-c", "echo b.yaml > .git/info/exclude"], { cwd });
      assert.deepEqual(checked(cwd).files, ["a.yaml"]);
      assert.deepEqual(checked(join(folder, "two")).files, ["a.yaml"]);
    });
  });

  it("is looked at all the same where it is named, and nothing is left out outside of a repository", () => {
    within(files, (cwd) => {
      assert.ok(checked(cwd).files.includes("b.yaml"));
      git(cwd, "init", "-q");
      assert.deepEqual(checked(cwd, "b.yaml").files, ["b.yaml"]);
      assert.deepEqual(checked(cwd, "build").files, ["build/x.yaml"]);
      assert.deepEqual(checked(cwd, "build", "b.yaml", "build/x.yaml").files, ["build/x.yaml", "b.yaml"]);
    });
  });

  it("of a repository inside another one is what that one says", () => {
    within({ "a.yaml": model, ".gitignore": "*.yaml\n", "inner/a.yaml": model }, (cwd) => {
      git(cwd, "init", "-q");
      git(join(cwd, "inner"), "init", "-q");
      assert.deepEqual(checked(cwd).files, ["inner/a.yaml"]);
    });
  });
});

describe("what cannot be looked at", () => {
  it("is named on standard error, and everything else is checked", () => {
    within({ "ok.yaml": model, "x/fine.yaml": model }, (cwd) => {
      symlinkSync("nowhere.yaml", join(cwd, "broken.yaml"));
      symlinkSync("round.yaml", join(cwd, "round.yaml"));
      symlinkSync("..", join(cwd, "x", "up"));
      symlinkSync("../ok.yaml", join(cwd, "x", "link.yaml"));
      const { status, files, err } = checked(cwd);
      assert.equal(status, 2);
      assert.deepEqual(files, ["ok.yaml", "x/fine.yaml", "x/link.yaml"]);
      assert.deepEqual(err.trimEnd().split("\n").sort(), [
        "convlint: broken.yaml: it is a link to a file that is not there",
        "convlint: round.yaml: its links lead in a circle",
      ]);
      const named = checked(cwd, "broken.yaml", "round.yaml", "none.yaml", "ok.yaml/x.yaml", "none/*.yaml", "*.json");
      assert.deepEqual([named.status, named.files], [2, []]);
      assert.equal(named.err.trimEnd().split("\n").length, 6, named.err);
    });
  });

  it("may be a pipe, for which nobody waits", (t) => {
    within({ "ok.yaml": model }, (cwd) => {
      if (spawnSync("mkfifo", [join(cwd, "pipe.yaml")]).status !== 0) {
        console.error("LEFT OUT: there is no mkfifo, so pipes were not tried");
        return t.skip("no mkfifo");
      }
      for (const args of [[], ["pipe.yaml", "ok.yaml"], ["*.yaml"]]) {
        const { status, files, err } = checked(cwd, ...args);
        assert.deepEqual([status, files], [2, ["ok.yaml"]]);
        assert.match(err, /^convlint: pipe\.yaml: it is no file.*\n$/);
      }
    });
  });

  it("may be a folder or a file that nobody may read", (t) => {
    // Root may read everything, and so hands this over to a user who is nobody.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const run = (cwd: string) =>
      spawnSync(process.execPath, [resolve("dist/cli.js"), "check", "--format", "json"], {
        cwd,
        encoding: "utf8",
        env: { PATH: process.env["PATH"] },
        ...asNobody,
      });
    within({ "ok.yaml": model, "shut/in.yaml": model, "mine.cnn.yaml": model, "sub/.gitignore": "" }, (cwd) => {
      chmodSync(cwd, 0o755);
      for (const path of ["shut", "mine.cnn.yaml"]) chmodSync(join(cwd, path), 0o000);
      const { status, stdout, stderr } = run(cwd);
      chmodSync(join(cwd, "shut"), 0o755);
      if (status === null || /Cannot find module|EACCES/.test(stderr)) {
        console.error("LEFT OUT: the built command cannot be run by nobody, so permissions were not tried");
        return t.skip("nobody cannot run it");
      }
      assert.equal(status, 2, stderr);
      assert.deepEqual(
        JSON.parse(stdout).files.map(({ file }: any) => file),
        ["ok.yaml"],
      );
      assert.deepEqual(stderr.trimEnd().split("\n").sort(), [
        "convlint: mine.cnn.yaml: it may not be read",
        "convlint: shut: it may not be read",
      ]);
    });
  });
});

describe("a link that leads nowhere", () => {
  it("is called that by every command, and init says so by the path from here", () => {
    within({ "m/a.cnn.yaml": model, "m/wide.cnn.yaml": Buffer.from("\ufeffinput:", "utf16le") }, (cwd) => {
      symlinkSync("nowhere", join(cwd, "m/l.cnn.yaml"));
      const why = "convlint: m/l.cnn.yaml: it is a link to a file that is not there\n";
      for (const words of ["check", "summary", "export --to dot", "diff m/a.cnn.yaml"])
        assert.equal(convlint([...words.split(" "), "m/l.cnn.yaml"], { cwd }).err, why, words);
      const { err } = convlint(["init", "m", "--dry-run"], { cwd });
      assert.ok(err.startsWith(`${why}convlint: m/wide.cnn.yaml: it is UTF-16; save it as UTF-8\n`), err);
    });
  });
});

describe("a walk", () => {
  it("passes over what was installed and what is hidden, but for what a glob asks for", () => {
    const files = models("node_modules/a.yaml", "venv/site-packages/b.yaml", ".hidden/c.yaml", "d.yaml", ".e.yaml");
    within({ ...files, ".convlint.yaml": "root: true\n", "f.cnn.json": '{ "input": [1], "layers": [] }' }, (cwd) => {
      assert.deepEqual(checked(cwd).files, ["d.yaml", "f.cnn.json"]);
      assert.deepEqual(checked(cwd, ".hidden/*.yaml").files, [".hidden/c.yaml"]);
      assert.deepEqual(checked(cwd, "node_modules").files, ["node_modules/a.yaml"]);
      mkdirSync(join(cwd, "empty"));
      assert.ok(existsSync(join(cwd, "empty")) && readdirSync(join(cwd, "empty")).length === 0);
      assert.deepEqual(checked(cwd, "empty"), { status: 0, files: [], err: "" });
      assert.equal(convlint(["check", "empty", "--format", "full"], { cwd }).out, "no models were found\n");
    });
  });
});
