// Where downloads are kept, and the one safe way to put something there:
// prepare it in a private staging folder, then rename that folder into place in one step.
// A folder that exists under its final name is therefore always complete, also when two
// processes prepare the same thing at once (the second one drops its copy) or when one dies half-way.
import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const HOUR = 3_600_000;

/** The cache folder: $EDITOR_TESTS_CACHE, else `.cache` at the root of the repository. */
export const cacheDir = resolve(process.env.EDITOR_TESTS_CACHE ?? join(root, ".cache"));

/** Returns the folder `<cache>/<name>`; fills it first with `fill(stagingFolder)` if it is not there yet. */
export async function cached(name, fill) {
  const target = join(cacheDir, name);
  if (existsSync(target)) return target;

  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await dropAbandoned(parent);
  const staging = join(parent, `.staging-${randomUUID()}`);
  await mkdir(staging);
  try {
    await fill(staging);
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another process was faster: use its copy
  }
  return target;
}

/** Removes what a killed process left behind. */
async function dropAbandoned(parent) {
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(".staging-")) continue;
    const folder = join(parent, entry);
    const age = Date.now() - (await stat(folder).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > HOUR) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Downloads one package from the npm registry with the ordinary npm client, checks it against
 * the integrity value written in our own source, and unpacks `subfolder` of it into `folder`.
 */
export async function unpackNpmPackage(spec, integrity, folder, { subfolder = "package", exclude = [] } = {}) {
  const packed = await npm(["pack", spec, "--silent"], folder);
  const tarball = join(folder, packed.trim().split("\n").pop());
  const actual = `sha512-${await sha512(tarball)}`;
  if (actual !== integrity) {
    throw new Error(`${spec} is not the package we know: integrity is\n  ${actual}, expected\n  ${integrity}`);
  }
  const depth = subfolder.split("/").length;
  await run("tar", [
    "-xzf",
    tarball,
    "-C",
    folder,
    `--strip-components=${depth}`,
    "--no-same-owner",
    ...exclude.map((p) => `--exclude=${p}`),
    subfolder,
  ]);
  await rm(tarball);
}

/** Runs npm in `folder`; when it fails, the error says what to do about it. */
export async function npm(args, folder) {
  const quick = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  try {
    const { stdout } = await run("npm", [...args, ...quick, ...quiet], {
      cwd: folder,
      maxBuffer: 1 << 26,
      shell: process.platform === "win32", // npm is a .cmd file there
    });
    return stdout;
  } catch (error) {
    const lines = String(error.stderr || error.message)
      .trim()
      .split("\n");
    const reason = lines
      .filter((line) => !/^npm error\s+at /.test(line))
      .slice(0, 5)
      .join("\n");
    const offline = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT/.test(reason);
    const hint = offline
      ? "The npm registry cannot be reached from here; see `npm config get registry` and the proxy settings.\n"
      : "";
    throw new Error(`npm ${args.slice(0, 2).join(" ")} failed.\n${hint}${reason}`);
  }
}

export async function sha512(file) {
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("base64");
}
