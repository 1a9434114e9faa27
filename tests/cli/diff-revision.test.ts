import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, type Ended, within } from "../support/command";

const net = (channels: number): string =>
  `input: [1, 32, 32]\nlayers:\n  - Conv2d: { out_channels: ${channels}, kernel_size: 3 }\n  - ReLU\n`;

const git = (cwd: string, ...args: readonly string[]): void => {
  const author = ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false", "-c", "core.hooksPath="];
  execFileSync("git", [...author, ...args], { cwd, stdio: "ignore" });
};

/** A repository whose last commit has 8 channels, what is staged 16 and the file 32. */
const inRepository = <T>(test: (folder: string) => T): T =>
  within({ "nets/a.cnn.yaml": net(8), "nets/c:d.cnn.yaml": net(8) }, (folder) => {
    git(folder, "init");
    git(folder, "add", "nets");
    git(folder, "commit", "-m", "first");
    git(folder, "tag", "v1");
    writeFileSync(join(folder, "nets/a.cnn.yaml"), net(16));
    git(folder, "add", "nets");
    writeFileSync(join(folder, "nets/a.cnn.yaml"), net(32));
    return test(folder);
  });

const diff = (cwd: string, ...args: readonly string[]): Ended => convlint(["diff", ...args], { cwd });

describe("convlint diff REVISION:FILE", () => {
  it("compares with a revision, and with what is staged", () =>
    inRepository((folder) => {
      const file = "nets/a.cnn.yaml";
      for (const [old, before] of [
        [`HEAD:${file}`, 8],
        [`v1:${file}`, 8],
        [`:${file}`, 16],
      ] as const) {
        const { status, out, err } = diff(folder, old, file);
        assert.deepEqual([status, err], [1, ""]);
        assert.ok(out.startsWith(`${old} ↔ ${file}\n`), out);
        assert.match(out, new RegExp(`out_channels +${before} → 32`));
      }
      assert.equal(diff(folder, `HEAD:${file}`, `v1:${file}`).status, 0);
    }));

  it("finds the file from the current folder and from the top of the repository", () =>
    inRepository((folder) => {
      for (const old of ["HEAD:a.cnn.yaml", "HEAD:nets/a.cnn.yaml", "HEAD:./a.cnn.yaml", "HEAD:../nets/a.cnn.yaml"])
        assert.equal(diff(join(folder, "nets"), old, "a.cnn.yaml").status, 1, old);
    }));

  it("takes a file that is called so for what it is, and a drive for no revision", () =>
    inRepository((folder) => {
      assert.equal(diff(join(folder, "nets"), "c:d.cnn.yaml", "c:d.cnn.yaml").status, 0);
      const { status, err } = diff(folder, "C:\\d.cnn.yaml", "nets/a.cnn.yaml");
      assert.deepEqual([status, err], [2, "convlint: C:\\d.cnn.yaml: there is no such file\n"]);
    }));

  it("says in one line what is not there", () =>
    inRepository((folder) => {
      for (const [old, why] of [
        ["nope:nets/a.cnn.yaml", "there is no revision nope"],
        ["--help=:nets/a.cnn.yaml", "there is no revision --help="],
        ["HEAD:nets/b.cnn.yaml", "there is no file nets/b.cnn.yaml in HEAD"],
        ["HEAD:nets", "there is no file nets in HEAD"],
        [":nets/b.cnn.yaml", "there is no file nets/b.cnn.yaml in what is staged"],
      ] as const)
        assert.deepEqual(diff(folder, "--", old, "nets/a.cnn.yaml"), {
          status: 2,
          out: "",
          err: `convlint: ${old}: ${why}\n`,
        });
    }));

  it("says so where there is no repository, or no git", () =>
    within({ "a.cnn.yaml": net(8) }, (cwd) => {
      const ask = (env: { readonly [name: string]: string }): string =>
        convlint(["diff", "HEAD:a.cnn.yaml", "a.cnn.yaml"], { cwd, env }).err;
      assert.equal(ask({}), "convlint: HEAD:a.cnn.yaml: this folder is in no git repository\n");
      assert.equal(ask({ PATH: cwd }), "convlint: HEAD:a.cnn.yaml: git is not there to ask for it\n");
    }));
});
