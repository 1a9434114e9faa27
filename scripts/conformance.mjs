// Compares with what the frameworks recorded, where that record lies beside the project. With `--samples` it tries all
// of the models of which `npm test` draws a sample instead, which takes minutes.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { concurrency } from "./concurrency.mjs";

const samples = process.argv.includes("--samples");
const shared = "../shared";
if (!samples && !existsSync(shared))
  console.log(`LEFT OUT: ${shared} is not here, so no operator, layer or network is compared with its framework`);
const built = spawnSync(process.execPath, ["esbuild.mjs", "--tests"], { stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);
const folder = ".out/tests/conformance";
const compared = readdirSync(folder).flatMap((file) => (file.endsWith(".test.mjs") ? [`${folder}/${file}`] : []));
const sampled = readdirSync("tests", { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts") && readFileSync(`tests/${file}`, "utf8").includes("support/sample"))
  .map((file) => `.out/tests/${file.replace(/\.ts$/, ".mjs")}`);
const { status, stdout } = spawnSync(process.execPath, ["--test", ...concurrency, ...(samples ? sampled : compared)], {
  env: { ...process.env, ...(samples && { SAMPLE: "all" }) },
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, "m").exec(stdout)?.[1] ?? 0);
const told = stdout
  .split("\n")
  .filter((line) => /^# (COMPARED|NOT SAYABLE|NOT YET|LEFT OUT)|^# {3}|^not ok|^ {4}[+-] |^ +error:/.test(line));
console.log(told.join("\n"));
// Without the record no test runs, which is no failure: what was left out has been said.
const failed = count("fail") + (status !== 0 && count("fail") === 0 ? 1 : 0);
console.log(`${count("pass")} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
