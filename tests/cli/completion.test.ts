import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type CommandPage, commandPages } from "../../server/src/cli/commands";
import { checkFormats } from "../../server/src/cli/option-tables";
import { convlint, within } from "../support/command";

const isThere = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;

/** What a shell of the name prints, given the script as a file; nothing where there is no such shell. */
function inShell(shell: string, program: (script: string) => string, ...args: readonly string[]): string {
  return within({}, (cwd) => {
    const script = join(cwd, `_convlint.${shell}`);
    writeFileSync(script, convlint(["completion", shell]).out);
    const { status, stdout, stderr } = spawnSync(shell, [...args, "-c", program(script)], { cwd, encoding: "utf8" });
    assert.deepEqual([status, stderr], [0, ""], stdout);
    return stdout;
  });
}

/** What is offered behind words, by shell. */
const shells: { readonly [shell: string]: (words: readonly string[]) => readonly string[] } = {
  bash(words) {
    const line = words.map((word) => `'${word}'`).join(" ");
    const program = (script: string) =>
      `source ${script}; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _convlint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return inShell("bash", program, "--norc").split("\n").filter(Boolean);
  },
  fish(words) {
    const joined = words.join(" ").replaceAll(" = ", "=");
    const out = inShell("fish", (script) => `source ${script}; complete -C '${joined}'`, "--no-config");
    return out
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split("\t")[0]!);
  },
};

const formats = [...checkFormats];

for (const [shell, offered] of Object.entries(shells))
  describe(`completion in ${shell}`, () => {
    if (!isThere(shell)) {
      console.error(`LEFT OUT: ${shell} is not installed, so its completion was not tried`);
      return;
    }

    it("offers the commands", () => {
      const commands = offered(["convlint", ""]);
      for (const name of [...Object.keys(commandPages), "help"]) assert.ok(commands.includes(name), name);
      assert.deepEqual(offered(["convlint", "summ"]), ["summary"]);
      assert.deepEqual(offered(["convlint", "help", "expl"]), ["explain"]);
    });

    it("offers every option of a command, and none of another", () => {
      for (const [name, { options }] of Object.entries<CommandPage>(commandPages))
        assert.deepEqual(
          [...offered(["convlint", name, "--"])].sort(),
          Object.keys(options)
            .map((option) => `--${option}`)
            .sort(),
        );
    });

    it("offers the words that a value can be", () => {
      assert.deepEqual([...offered(["convlint", "check", "--format", ""])].sort(), [...formats].sort());
      assert.deepEqual([...offered(["convlint", "check", "m.yaml", "--dialect", "yolov1"])].sort(), [
        "yolov10",
        "yolov12",
      ]);
      assert.deepEqual(offered(["convlint", "explain", "bias-before"]), ["bias-before-norm"]);
      assert.deepEqual([...offered(["convlint", "completion", ""])].sort(), ["bash", "fish", "zsh"]);
      assert.ok(
        offered(["convlint", "check", "--rule", "bias-b"]).some((word) => /^bias-before-norm(=off)?$/.test(word)),
      );
    });

    it("leaves what is free to whoever types", () => {
      assert.deepEqual(offered(["convlint", "check", "--max-warnings", ""]), []);
    });
  });

describe("completion in bash, to which an equals sign is a word", () => {
  it("offers values behind one", () => {
    if (!isThere("bash")) return;
    const { bash } = shells;
    assert.deepEqual(bash!(["convlint", "check", "--format", "=", "sar"]), ["sarif"]);
    assert.deepEqual([...bash!(["convlint", "check", "--format", "="])].sort(), [...formats].sort());
    assert.deepEqual(bash!(["convlint", "check", "--rule", "bias-before-norm", "=", "o"]), ["off"]);
    assert.deepEqual(bash!(["convlint", "check", "--rule", "bias-before-norm", "="]).length, 5);
  });
});

describe("completion in zsh", () => {
  it("says what it knows to the shell's own functions", (t) => {
    if (!isThere("zsh")) {
      console.error("LEFT OUT: zsh is not installed, so its completion was not tried");
      return t.skip("zsh is not installed");
    }
    const told = (words: string, current: number): string =>
      inShell(
        "zsh",
        (script) =>
          `compdef() { }; _describe() { print -r -- describe $@ }; _arguments() { print -rl -- $@ }; source ${script}; words=(${words}); CURRENT=${current}; _convlint`,
        "-f",
      );
    assert.match(told("convlint x", 2), /^describe .*commands$/m);
    const check = told("convlint check x", 3);
    for (const [name, { type }] of Object.entries(commandPages.check.options))
      assert.match(check, new RegExp(`^\\*?--${name}${type === "boolean" ? "" : "="}\\[`, "m"));
    assert.match(check, new RegExp(`:\\(${formats.join(" ")}\\)$`, "m"));
    assert.match(check, /^\*--rule=.*:_convlint_rule$/m);
    assert.match(check, /^\*:model:_files$/m);
  });
});
