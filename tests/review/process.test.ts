import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { logFolder } from "../../server/src/cli/quiz/log-folder";
import { openJournal } from "../../server/src/review/journal";
import { randomly } from "../support/random";
import { writerAt } from "../support/reviews";

const root = mkdtempSync(join(tmpdir(), "convlint-reviews-"));
const bundle = join(root, "journal.mjs");
const worker = resolve("tests/support/review-writer.mjs");

/** How often a writer is killed: each takes a process of its own, so fewer unless all are asked for. */
const all = 200;
const kills = Number(process.env["CONVLINT_KILLS"] ?? 10);
if (kills < all) console.error(`REVIEWS: a writer is killed at ${kills} points; CONVLINT_KILLS=${all} does it at all`);

before(() =>
  build({
    stdin: {
      contents: `export { openJournal } from "./review/journal"; export { logFolder } from "./cli/quiz/log-folder";`,
      resolveDir: "server/src",
    },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  }),
);
after(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function start(at: string, device: string, count: number, how = "whole") {
  const child = spawn(process.execPath, [worker, bundle, at, device, String(count), how]);
  const said = { text: "", err: "" };
  child.stdout.on("data", (data) => {
    said.text += data;
  });
  child.stderr.on("data", (data) => {
    said.err += data;
  });
  const done = once(child, "close").then(([status]) => ({
    status,
    ids: said.text.split("\n").filter(Boolean),
    ...said,
  }));
  return { child, said, done };
}

const opened = (at: string) => openJournal(logFolder(at, "reader"), writerAt("reader").writer);

describe("processes that answer at once", () => {
  it("lose nothing, though they write to one log", async () => {
    const at = folder("together");
    const ended = await Promise.all(
      [start(at, "desk", 150), start(at, "desk", 150), start(at, "lap", 100)].map((one) => one.done),
    );
    for (const { status, err } of ended) assert.equal(status, 0, err);
    const { entries, damages } = await opened(at);
    assert.deepEqual(damages, []);
    assert.deepEqual(entries.map(({ stamp }) => stamp.id).sort(), ended.flatMap(({ ids }) => ids).sort());
  });
});

describe("a process that is killed while it writes", () => {
  it("loses at most the answer in flight, and spoils nothing for whoever goes on", async () => {
    const { below } = randomly(11);
    const at = folder("killed");
    const told: string[] = [];
    let torn = 0;
    // When a write is cut in two is for the system to say: whoever has seen none yet kills more writers.
    for (let i = 0; i < kills || (torn === 0 && i < all); i++) {
      const { child, said, done } = start(at, "desk", 100_000, i % 4 ? "pieces" : "whole");
      // It is on its way once it has said something.
      while (!said.text && child.exitCode === null) await new Promise((go) => setTimeout(go, 2));
      await new Promise((go) => setTimeout(go, below(25)));
      child.kill("SIGKILL");
      const { ids, err } = await done;
      assert.ok(ids.length > 0, err);
      told.push(...ids);
      const { entries, damages } = await opened(at);
      const there = new Set(entries.map(({ stamp }) => stamp.id));
      assert.deepEqual(
        told.filter((id) => !there.has(id)),
        [],
        "an answer that was said to be written is lost",
      );
      assert.ok(there.size <= told.length + i + 1, "more than the answers in flight");
      assert.ok(damages.length <= i + 1);
      torn = damages.length;
    }
    assert.ok(torn > 0, "no line was cut off, so nothing was shown");
  });
});
