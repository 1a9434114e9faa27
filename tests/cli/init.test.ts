import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { known } from "../../server/src/cli/known";
import { settingsAt } from "../../server/src/settings/find";
import { convlint, type Ended, within } from "../support/command";

const yolo = "nc: 4\nbackbone:\n  - [-1, 1, Conv, [16, 3, 2]]\nhead:\n  - [-1, 1, Conv, [32, 3, 2]]\n";
const native = "input: [1, 28, 28]\nlayers:\n  - Conv2d: { out_channels: 8, kernel_size: 3 }\n  - BatchNorm2d\n";
const data = "train: images\nval: images\nnames: [a, b, c, d]\n";

type Files = { readonly [path: string]: string };

const started = <T>(files: Files, args: readonly string[], test: (ended: Ended, folder: string) => T): T =>
  within(files, (cwd) => test(convlint(["init", ...args], { cwd }), cwd));

/** What is proposed for a folder, read as ConvLint reads it. */
const proposed = (files: Files) =>
  started(files, [], ({ status, out, err }, folder) => {
    assert.deepEqual([status, err], [0, ""]);
    const text = readFileSync(join(folder, ".convlint.yaml"), "utf8");
    const { settings, problems } = settingsAt("/x/.convlint.yaml", text, known());
    assert.deepEqual(problems, []);
    // It changes nothing for the worse: what was no error is none.
    assert.notEqual(convlint(["check", "--quiet"], { cwd: folder }).status, 2);
    return { out, text, settings };
  });

describe("convlint init", () => {
  it("that cannot write says so of the file, and of no option that nobody gave", () => {
    within({ "there/a.cnn.yaml": native }, (cwd) => {
      mkdirSync(join(cwd, "there/.convlint.yaml"));
      const { status, err } = convlint(["init", "there", "--force", "--quiet"], { cwd });
      assert.deepEqual([status, err], [2, "convlint: there/.convlint.yaml: it is a folder\n"]);
    });
  });

  it("leaves a link that leads nowhere as it is", () => {
    within({ "a.cnn.yaml": native }, (cwd) => {
      symlinkSync(join(cwd, "nowhere.yaml"), join(cwd, ".convlint.yaml"));
      const lost = [2, "", "convlint: .convlint.yaml: it is a link to a file that is not there\n"];
      for (const args of [["init"], ["init", "--force"]]) {
        const { status, out, err } = convlint(args, { cwd });
        assert.deepEqual([status, out, err], lost);
      }
      assert.equal(readlinkSync(join(cwd, ".convlint.yaml")), join(cwd, "nowhere.yaml"));
      assert.equal(existsSync(join(cwd, "nowhere.yaml")), false);
    });
  });

  it("says what was found, writes a configuration that holds, and what to do next", () => {
    const { out, text, settings } = proposed({
      "a.yaml": yolo,
      "b.yaml": yolo,
      "c.cnn.yaml": native,
      "data.yaml": data,
    });
    assert.match(out, /^3 model files: 2 ultralytics-8\.4, 1 convlint$/m);
    assert.match(out, /^0 errors and 1 warning in them$/m);
    assert.match(out, /^data in data\.yaml: 4 classes$/m);
    assert.match(out, /^wrote \.convlint\.yaml\nnext: convlint check\n$/m);
    assert.match(text, /^# {3}bias-before-norm: off # 1$/m);
    assert.equal(settings.root, true);
    assert.deepEqual([settings.input, settings.dialect, settings.rules], [undefined, undefined, {}]);
  });

  it("takes the size of images that trainings say, where they agree and no model says its own", () => {
    const run = { "runs/a/args.yaml": "task: detect\nimgsz: 320\n", "a.yaml": yolo };
    assert.deepEqual(proposed(run).settings.input, [3, 320, 320]);
    assert.equal(proposed({ ...run, "c.cnn.yaml": native }).settings.input, undefined);
    const two = proposed({ ...run, "runs/b/args.yaml": "imgsz: 640 # usual\n" });
    assert.equal(two.settings.input, undefined);
    assert.match(two.text, /^# input: trainings differ in the size of images: 320, 640$/m);
    assert.equal(proposed({ ...run, "runs/a/args.yaml": "imgsz: [320, 640]\n" }).settings.input, undefined);
  });

  it("takes the version of a copy of the library that lies beside the models", () => {
    const copy = { "a.yaml": yolo, "ultralytics/__init__.py": '__version__ = "8.3.40"\n' };
    const { out, settings } = proposed(copy);
    assert.match(out, /^a copy of the library, version 8\.3\.40, in ultralytics\/__init__\.py$/m);
    assert.equal(settings.dialect, "ultralytics-8.3");
    // One that the models do not fit is no help.
    const own = yolo.replace("Conv, [32, 3, 2]", "Own, [32]");
    assert.equal(proposed({ ...copy, "b.yaml": own }).settings.dialect, undefined);
    assert.equal(proposed({ ...copy, "ultralytics/__init__.py": '__version__ = "9.0"\n' }).settings.dialect, undefined);
  });

  it("never writes over a configuration unasked", () => {
    for (const name of [".convlint.yaml", ".convlint.yml"])
      within({ [name]: "root: false\n", "a.yaml": yolo }, (cwd) => {
        const { status, out, err } = convlint(["init"], { cwd });
        assert.deepEqual([status, out], [2, ""]);
        assert.equal(
          err,
          `convlint: ${name} is there already: edit it, see a proposal with --dry-run, or write over it with --force\n`,
        );
        assert.equal(convlint(["init", "--dry-run"], { cwd }).status, 0);
        assert.equal(readFileSync(join(cwd, name), "utf8"), "root: false\n");
        assert.equal(convlint(["init", "--force"], { cwd }).status, 0);
        assert.match(readFileSync(join(cwd, name), "utf8"), /^root: true/m);
      });
  });

  it("prints the proposal where it is only tried", () =>
    started({ "a.yaml": yolo }, ["--dry-run"], ({ status, out, err }, folder) => {
      assert.equal(status, 0);
      assert.match(out, /^root: true/m);
      assert.match(err, /^1 model file: 1 ultralytics-8\.4$/m);
      assert.ok(!existsSync(join(folder, ".convlint.yaml")));
    }));

  it("leaves a configuration above in force, and looks into the folder that is named", () =>
    within({ ".convlint.yaml": "root: true\n", "nets/a.yaml": yolo }, (cwd) => {
      const { status, out } = convlint(["init", "nets"], { cwd });
      assert.equal(status, 0);
      assert.match(out, /^a configuration above: \.\.\/\.convlint\.yaml\nwrote nets\/\.convlint\.yaml$/m);
      assert.doesNotMatch(readFileSync(join(cwd, "nets/.convlint.yaml"), "utf8"), /^root/m);
      assert.match(convlint(["init", "none"], { cwd }).err, /^convlint: none: there is no such folder\n$/);
    }));

  it("has something to say where there is nothing", () =>
    started({}, [], ({ status, out }) => {
      assert.equal(status, 0);
      assert.match(out, /^no model files\nwrote \.convlint\.yaml\nnext: write a model/);
    }));
});
