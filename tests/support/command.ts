import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface Run {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: { readonly [name: string]: string };
}

const command = resolve("dist/cli.js");
const { PATH, HOME } = process.env;

/** Runs the command as it is built, the way a script does. */
export function started(args: readonly string[], { cwd, input = "", env }: Run = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    input,
    env: { PATH, HOME, ...env },
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

/**
 * The same without a process of its own, which takes longer to start than most commands to run: `one-process.test.ts`
 * compares the two.
 */
export function convlint(args: readonly string[], run: Run = {}): Ended {
  kept ??= keep();
  const here = process.cwd();
  // The folder belongs to the whole process, and so to the worker, which may not change it.
  process.chdir(run.cwd ?? here);
  try {
    return kept({ args, env: run.env ?? {}, input: run.input ?? "" });
  } finally {
    process.chdir(here);
  }
}

interface Asked {
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  readonly input: string | Buffer;
}

let kept: ((asked: Asked) => Ended) | undefined;
const worker = resolve("tests/support/command-worker.mjs");

/** The longest that a run may take, in milliseconds: a worker that is gone does not say so to who waits. */
const patience = 120_000;

function keep(): (asked: Asked) => Ended {
  const { port1: near, port2: port } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  new Worker(worker, { workerData: { command, port, done }, transferList: [port], env: { PATH, HOME } }).unref();
  return (asked) => {
    Atomics.store(done, 0, 0);
    near.postMessage(asked);
    // Waking alone tells nothing: the answer before this one may have rung only now.
    while (Atomics.load(done, 0) === 0)
      if (Atomics.wait(done, 0, 0, patience) === "timed-out") throw new Error(`no answer to ${asked.args.join(" ")}`);
    return receiveMessageOnPort(near)!.message;
  };
}

/** A folder of files that is there as long as the test runs. */
export function within<T>(files: { readonly [path: string]: string | Buffer }, test: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "convlint-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
