import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

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

/** Runs the command as it is built, the way a script does. */
export function convlint(args: readonly string[], { cwd, input = "", env }: Run = {}): Ended {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    input,
    env: { PATH, HOME, ...env },
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout.toString(), err: stderr.toString() };
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
