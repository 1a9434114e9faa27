// Runs the suites as they are built, some files to a process, and says all that the processes say. What files share a
// process for is said in `tests/support/together.mjs`; any of them can be run alone too: `node --test FILE`.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism, setPriority } from "node:os";

/** What measures itself, or is long enough already. */
const alone = /^protocol\/(heap|typing)/;
/** What starts processes mostly waits for them. */
const starting = /^(cli\/(ci|one-process)|protocol\/(least|lifetime|transport|web-worker)|review\/process)\./;

/** Who goes together, the longest first; what is new has its place with the others in its folder, or at the end. */
const rooms = [
  /^[^/]*$/,
  starting,
  /^features\//,
  /^edits\//,
  /^(python|quiz|report|review|service)\//,
  /^cli\//,
  alone,
  /^grammar\//,
  /^protocol\//,
  /^/,
];

const folder = ".out/tests/";

/** The files of each process. */
function groups() {
  const files = readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".test.mjs") && !file.startsWith("conformance/"))
    .sort();
  const roomOf = (file) => [alone, starting, ...rooms].find((room) => room.test(file));
  return rooms.flatMap((room) => {
    const found = files.filter((file) => roomOf(file) === room).map((file) => folder + file);
    return room === alone ? found.map((file) => [file]) : found.length ? [found] : [];
  });
}

function run(files) {
  return new Promise((resolve) => {
    const args = ["--test-reporter=tap", "tests/support/together.mjs", ...files];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.on("error", (error) => resolve(`not ok - ${error}\n# fail 1\n`));
    child.on("close", (status, signal) => {
      const isCounted = /^# fail ([1-9]|0\n[\s\S]*# cancelled 0$)/m.test(output);
      // What ends before it has counted, or fails without a test that does, has failed all the same.
      const end = isCounted && (status === 0 || !/^# fail 0$/m.test(output)) ? "" : `status ${status ?? signal}`;
      resolve(end ? `${output}not ok - ${end} of ${files.join(" ")}\n# fail 1\n` : output);
    });
  });
}

// Beside an editor, which does not wait for long, they take a smaller part of the time that it needs.
setPriority(10);
const open = groups();
let failed = false;
async function work() {
  for (let files = open.shift(); files; files = open.shift()) {
    const output = await run(files);
    failed ||= !/^# fail 0$/m.test(output) || /^# fail [1-9]/m.test(output);
    process.stdout.write(output);
  }
}
await Promise.all(Array.from({ length: Math.max(availableParallelism(), 1) }, work));
process.exitCode = failed ? 1 : 0;
