#!/usr/bin/env node
// Finds a Chromium for Playwright, or gets one; never skips silently.
//
//   node ensure-browser.mjs                 prints the executable
//
// Order: $CHROMIUM; a browser on PATH or in the usual macOS / Windows places; what an earlier run fetched;
// Playwright's download; a headless Chromium out of an npm package (Linux x64, needs no root);
// `apt-get install chromium` (root on Debian / Ubuntu). Otherwise: one message saying what to do, exit code 1.
import { execFile } from "node:child_process";
import { constants, createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import { cacheDir, cached, unpackNpmPackage } from "./cache.mjs";

const run = promisify(execFile);

const ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge"];
const APPLICATIONS = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const root = process.env[variable];
    if (!root) return [];
    return [
      "Chromium/Application/chrome.exe",
      "Google/Chrome/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ].map((path) => join(root, path));
  }),
};

// A Chromium built for serverless use, packed with Brotli inside an npm package. Its own JavaScript asks for
// Node 22 and unpacks into the system's temporary folder, so only its data files are used.
const PACKAGED = "@sparticuz/chromium@153.0.0";
const PACKAGED_INTEGRITY =
  "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==";
const PACKAGED_FOLDER = "browser/153.0.0";
const FONTS_CONF = `<?xml version="1.0"?>
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

/** @returns {Promise<{executablePath: string, from: string, env?: NodeJS.ProcessEnv}>} */
export async function ensureBrowser() {
  if (process.env.CHROMIUM) {
    if (!(await isExecutable(process.env.CHROMIUM)))
      throw new Error(`$CHROMIUM is ${process.env.CHROMIUM}, which cannot be executed.`);
    return { executablePath: process.env.CHROMIUM, from: "$CHROMIUM" };
  }
  const tried = [];
  for (const [name, find] of SOURCES) {
    try {
      const found = await find();
      if (found) return { from: name, ...(typeof found === "string" ? { executablePath: found } : found) };
    } catch (error) {
      tried.push(`  ${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    [
      "No Chromium, and none could be fetched:",
      ...tried,
      "Install Chromium, Chrome or Edge, or set $CHROMIUM to the executable of one.",
    ].join("\n"),
  );
}

/** Starts the browser without a window. */
export async function launchBrowser({ args = [], ...options } = {}) {
  const { executablePath, env } = await ensureBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    headless: true,
    args: [
      "--no-sandbox", // as root, and in most containers, Chromium does not start with its sandbox
      "--disable-gpu",
      "--disable-dev-shm-usage", // /dev/shm is tiny in containers
      "--disable-quic",
      "--disable-background-networking", // no look-ups of update and safe-browsing hosts
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...args,
    ],
    ...options,
  });
}

const SOURCES = [
  ["PATH and the usual places", installed],
  ["Playwright's browser, downloaded earlier", downloaded],
  ["npm package, unpacked earlier", unpacked],
  ["npx playwright-core install chromium", download],
  [`npm package ${PACKAGED}`, packaged],
  ["apt-get install chromium", aptGet],
];

async function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const candidates = [
    ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...(APPLICATIONS[process.platform] ?? []),
  ];
  for (const candidate of candidates) if (await isExecutable(candidate)) return candidate;
}

async function downloaded() {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function download() {
  if (process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD)
    throw new Error("switched off by $PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
  await run(process.execPath, [cli, "install", "chromium"], { timeout: 300_000, maxBuffer: 1 << 26 }).catch((error) => {
    const offline = /ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN/.test(error.stderr);
    throw new Error(offline ? "the download host cannot be reached" : error.message);
  });
  return downloaded();
}

async function unpacked() {
  const folder = join(cacheDir, PACKAGED_FOLDER);
  return existsSync(folder) ? usePackaged(folder) : undefined;
}

async function packaged() {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("the package holds a Linux x64 build only");
  const folder = await cached(PACKAGED_FOLDER, async (staging) => {
    const packed = join(staging, "packed");
    await mkdir(packed);
    await unpackNpmPackage(PACKAGED, PACKAGED_INTEGRITY, packed, { subfolder: "package/bin" });
    await unbrotli(join(packed, "chromium.br"), join(staging, "chromium"));
    for (const archive of ["al2023.tar", "fonts.tar"]) {
      // shared libraries and a font, for machines that have none
      await unbrotli(join(packed, `${archive}.br`), join(packed, archive));
      await run("tar", ["-xf", join(packed, archive), "-C", staging, "--no-same-owner"]);
    }
    await writeFile(join(staging, "fonts.conf"), FONTS_CONF);
    await rm(packed, { recursive: true });
  });
  return usePackaged(folder);
}

async function usePackaged(folder) {
  const executablePath = join(folder, "chromium");
  const env = {};
  if (/not found/.test((await run("ldd", [executablePath])).stdout)) {
    // no NSS on this machine: use the packaged one
    env.LD_LIBRARY_PATH = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = folder;
  await run(executablePath, ["--version"], { env: { ...process.env, ...env } }); // throws if it cannot start here
  return { executablePath, env };
}

async function aptGet() {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) throw new Error("not a Debian or Ubuntu system");
  if (process.getuid() !== 0) throw new Error("needs root");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, maxBuffer: 1 << 26 });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env, maxBuffer: 1 << 26 });
  return installed();
}

const unbrotli = (from, to) =>
  pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    createWriteStream(to, { mode: 0o755 }),
  );
const isExecutable = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
const firstLine = (error) => String(error.message).split("\n")[0];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = Date.now();
  try {
    const { executablePath, from } = await ensureBrowser();
    console.log(executablePath);
    console.error(`from ${from}, ready in ${Date.now() - started} ms`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
