// What the GitHub action does: problems as annotations, and on the page of the run what became of each changed model.
// The exit status is that of the check; that there is nothing to compare with is said, and is no failure.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";

const { env } = process;
const words = (text = "") => [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c);
const paths = words(env.CONVLINT_PATHS || ".");
const options = words(env.CONVLINT_ARGS);

const run = (program, args, more = {}) => spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...more });

function fail(reason) {
  console.log(`::error title=ConvLint::${reason.replace(/[%\r\n]/g, encodeURIComponent)}`);
  process.exit(2);
}

/** Outside of the workspace, so that no configuration of npm in it is read. */
function installed() {
  if (env.CONVLINT_CLI) return env.CONVLINT_CLI;
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const wanted = env.CONVLINT_VERSION || version;
  if (!/^[\w.+-]+$/.test(wanted)) fail(`${wanted} is no version`);
  const folder = join(env.RUNNER_TEMP, "convlint");
  const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", `convlint@${wanted}`];
  const { status, stderr } = run("npm", args, { cwd: env.RUNNER_TEMP, shell: process.platform === "win32" });
  if (status !== 0) fail(`convlint@${wanted} cannot be installed: ${stderr}`);
  return join(folder, "node_modules/convlint/dist/cli.js");
}

const cli = installed();
const convlint = (...args) => run(process.execPath, [cli, ...args]);

/** What says how files are read holds for the comparison too. */
const shared = options.flatMap((word, i) =>
  /^--(input|scale|dialect|config)=/.test(word)
    ? [word]
    : /^--(input|scale|dialect|config)$/.test(word)
      ? options.slice(i, i + 2)
      : [],
);
const git = (...args) => {
  const { status, stdout } = run("git", args);
  return status === 0 ? stdout : undefined;
};

const checked = convlint("check", ...options, "--format", "github", "--", ...paths);
process.stdout.write(checked.stdout);
process.stderr.write(checked.stderr);

/** The commit that the change began at; where history is cut off, the tip of the base. */
function base() {
  const named = env.CONVLINT_BASE || (env.GITHUB_BASE_REF && `origin/${env.GITHUB_BASE_REF}`);
  if (!named) return { reason: "this run is for no pull request, and `base` names no revision" };
  const commit = () => git("rev-parse", "--verify", "--quiet", "--end-of-options", `${named}^{commit}`)?.trim();
  if (!commit() && !env.CONVLINT_BASE) {
    const branch = env.GITHUB_BASE_REF;
    git("fetch", "--no-tags", "--depth=1", "origin", `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
  }
  const found = commit();
  if (!found) return { reason: `${named} is not there; \`fetch-depth: 0\` at actions/checkout brings it` };
  return { named, commit: git("merge-base", found, "HEAD")?.trim() || found };
}

/** Of a model that is new or gone there is nothing to compare, and of what is no model nothing at all is said. */
function sectionOf(file, commit, isThere) {
  if (!isThere) return alone(file, "is new", convlint("summary", ...shared, "--format", "json", "--", file));
  const { status, stdout } = convlint("diff", ...shared, "--format", "markdown", "--", `${commit}:${file}`, file);
  return status === 1 ? stdout.replaceAll(commit, commit.slice(0, 8)) : "";
}

function alone(file, what, { stdout }) {
  const { models = [] } = JSON.parse(stdout || "{}");
  const { parameters, macs } = models[0]?.totals ?? {};
  return models.length ? `**\`${file}\`** ${what}: ${shown(parameters)} parameters, ${shown(macs)} MACs` : "";
}

/** Read as the base had it, from standard input. */
function deletedSection(file, commit) {
  const input = git("show", `${commit}:./${file}`);
  const args = ["summary", ...shared, "--format", "json", "--stdin-path", file, "-"];
  return input ? alone(file, "is deleted", run(process.execPath, [cli, ...args], { input })) : "";
}

const shown = (count) => (typeof count === "number" ? count.toLocaleString("en-US") : (count ?? "unknown"));

function comparison() {
  const { reason, named, commit } = base();
  if (reason) return `Nothing is compared: ${reason}.`;
  const names = (...args) =>
    git(...args)
      ?.split("\0")
      .filter(Boolean) ?? [];
  const changed = new Set(names("diff", "--name-only", "--relative", "-z", "--diff-filter=d", commit));
  const models = JSON.parse(
    convlint("check", ...shared, "--format", "json", "--", ...paths).stdout || '{"files":[]}',
  ).files;
  const before = new Set(names("ls-tree", "-r", "--name-only", "-z", commit));
  const gone = names(
    "diff",
    "--name-only",
    "--relative",
    "--no-renames",
    "-z",
    "--diff-filter=D",
    commit,
    "--",
    ...paths,
  );
  const sections = [
    ...models.filter(({ file }) => changed.has(file)).map(({ file }) => sectionOf(file, commit, before.has(file))),
    ...gone.filter((file) => /\.(ya?ml|json)$/.test(file)).map((file) => deletedSection(file, commit)),
  ].filter(Boolean);
  return sections.length ? sections.join("\n\n") : `No model is another than in ${named}.`;
}

/** A step has one megabyte for its summary. */
const most = 900_000;
const page = `## ConvLint\n\n${comparison()}\n`;
if (env.GITHUB_STEP_SUMMARY)
  appendFileSync(env.GITHUB_STEP_SUMMARY, page.length > most ? `${page.slice(0, most)}\n\n… and more\n` : page);
process.exit(checked.status ?? 2);
