import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import { build } from "esbuild";
import { joinLogs, type LogFolder } from "../../client/src/join-logs";
import { randomly } from "../support/random";

const day = 86_400_000;
const now = 100 * day;
const stop = new Error("stopped");
const lineOf = (id: string): string => `{"id":"${id}"}`;

/** Logs in memory; after so many steps all stops, in the middle of a writing or just before another step. */
function memory(
  files: Map<string, { text: string; modified: number }>,
  steps = Number.POSITIVE_INFINITY,
  pause?: () => Promise<void>,
) {
  let left = steps;
  const step = async (): Promise<void> => {
    await pause?.();
    if (left-- <= 0) throw stop;
  };
  const fileAt = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Error(`${name} is not there`);
    return file;
  };
  const folder: LogFolder = {
    async list() {
      return [...files].map(([name, { modified }]) => ({ name, modified }));
    },
    async read(name) {
      await pause?.();
      return fileAt(name).text;
    },
    async write(name, text) {
      files.set(name, { text: text.slice(0, text.length / 2), modified: now });
      await step();
      files.set(name, { text, modified: now });
    },
    async rename(from, to) {
      await step();
      const file = fileAt(from);
      files.delete(from);
      files.set(to, file);
    },
    async remove(name) {
      await step();
      fileAt(name);
      files.delete(name);
    },
  };
  return folder;
}

function windows(count: number, modified = 1) {
  const ids = Array.from({ length: count }, (_, i) => `w${i}`);
  return { ids, files: new Map(ids.map((id) => [`reviews-code-${id}.jsonl`, { text: `${lineOf(id)}\n`, modified }])) };
}

const idsIn = (texts: Iterable<{ text: string }>): readonly string[] =>
  [
    ...new Set(
      [...texts].flatMap(({ text }) => text.split("\n").flatMap((line) => /^\{"id":"(.*)"\}$/.exec(line)?.[1] ?? [])),
    ),
  ].sort();
const logsIn = (files: ReadonlyMap<string, { text: string }>) =>
  [...files].filter(([name]) => name.endsWith(".jsonl")).map(([, file]) => file);
const ids = () => {
  let count = 0;
  return () => `id${++count}`;
};

describe("logs of windows that are closed", () => {
  it("become one, with every line once, whatever is damaged in them", async () => {
    const { files } = windows(9);
    files.set("reviews-code-w3-next.jsonl", { text: `${lineOf("w3")}\n{"id":"ha`, modified: 1 });
    files.set("joined-a.part", { text: "half", modified: 1 });
    files.set("reviews-code-open.jsonl", { text: lineOf("open"), modified: now - 1 });
    files.set("reviews-desk.jsonl", { text: lineOf("desk"), modified: 1 });
    await joinLogs(memory(files), now, ids());
    assert.deepEqual([...files.keys()].sort(), ["joined-id11.jsonl", "reviews-code-open.jsonl", "reviews-desk.jsonl"]);
    const lines = files.get("joined-id11.jsonl")!.text.trimEnd().split("\n");
    assert.equal(lines.length, 10);
    assert.ok(lines.includes('{"id":"ha'), "what is damaged is kept");
  });

  it("are left alone while they are few", async () => {
    const { files } = windows(7);
    await joinLogs(memory(files), now, ids());
    assert.equal(files.size, 7);
  });

  it("lose nothing, wherever joining is stopped, and are joined by whoever comes next", async () => {
    for (let steps = 0; ; steps++) {
      const { ids: all, files } = windows(8);
      const isStopped = await joinLogs(memory(files, steps), now, ids()).then(
        () => false,
        (error) => error === stop,
      );
      assert.deepEqual(idsIn(logsIn(files)), all, `stopped at step ${steps}`);
      for (const file of files.values()) file.modified = 1;
      await joinLogs(memory(files), now, () => `later${Math.random()}`);
      assert.deepEqual(idsIn(logsIn(files)), all, `joined after step ${steps}`);
      if (!isStopped && steps > 20) break;
    }
  });

  it("lose nothing while several windows join at once, and one that was thought closed goes on answering", async () => {
    const { below } = randomly(5);
    for (let round = 0; round < 60; round++) {
      const { ids: all, files } = windows(10);
      const pause = async (): Promise<void> => {
        for (let i = below(4); i > 0; i--) await null;
      };
      let text = `${lineOf("w0")}\n`;
      const answering = async (): Promise<void> => {
        for (let i = 0; i < 5; i++) {
          await pause();
          text += `${lineOf(`late${i}`)}\n`;
          files.set("reviews-code-w0.jsonl", { text, modified: now });
        }
      };
      const joiner = (name: string) =>
        joinLogs(memory(files, Number.POSITIVE_INFINITY, pause), now, () => `${name}${Math.random()}`);
      await Promise.all([joiner("a"), joiner("b"), answering(), joiner("c")]);
      assert.deepEqual(idsIn(logsIn(files)), [...all, "late0", "late1", "late2", "late3", "late4"].sort());
    }
  });

  it("lose nothing by a process that is killed while it joins", async () => {
    const root = mkdtempSync(join(tmpdir(), "convlint-joining-"));
    const bundle = join(root, "join-logs.mjs");
    const logs = mkdtempSync(join(root, "logs-"));
    await build({ entryPoints: ["client/src/join-logs.ts"], outfile: bundle, format: "esm", logLevel: "warning" });
    const { below } = randomly(7);
    let told = "";
    for (let i = 0; i < 4; i++) {
      const child = spawn(process.execPath, [resolve("tests/support/log-joiner.mjs"), bundle, logs, String(i)]);
      let said = "";
      child.stdout.on("data", (data) => (said += data));
      while (!said && child.exitCode === null) await new Promise((go) => setTimeout(go, 2));
      await new Promise((go) => setTimeout(go, below(40)));
      child.kill("SIGKILL");
      await once(child, "close");
      assert.notEqual(said, "");
      told += said;
      const texts = readdirSync(logs).flatMap((name) =>
        name.endsWith(".jsonl") ? [{ text: readFileSync(join(logs, name), "utf8") }] : [],
      );
      const there = new Set(idsIn(texts));
      assert.deepEqual(
        told.split("\n").filter((id) => id && !there.has(id)),
        [],
      );
    }
    rmSync(root, { recursive: true });
  });
});
