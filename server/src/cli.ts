import { type CommandName, commandPages } from "./cli/commands";
import { help } from "./cli/help";
import type { Environment } from "./cli/language";
import { type Streams, UsageError, voiceIn } from "./cli/usage";
import { render, say } from "./core/message";
import { nearest } from "./core/nearest";
import { english } from "./core/voice";

/** Put in by the build, from package.json. */
declare const VERSION: string;

type Command = (args: readonly string[], streams: Streams) => Promise<number>;

/** Each command is loaded when it is asked for, so that `--version` costs nothing. */
const commands: { readonly [N in CommandName]: () => Promise<Command> } = {
  check: async () => (await import("./cli/check")).check,
  summary: async () => (await import("./cli/summary")).summary,
  explain: async () => (await import("./cli/explain")).explain,
  rules: async () => (await import("./cli/rules")).rules,
  diff: async () => (await import("./cli/diff")).diff,
  export: async () => (await import("./cli/export")).exporting,
  quiz: async () => (await import("./cli/quiz")).quiz,
  init: async () => (await import("./cli/init")).init,
  completion: async () => (await import("./cli/completion")).completion,
  lsp: async () => (await import("./cli/lsp")).lsp,
};

async function run([name, ...args]: readonly string[], streams: Streams): Promise<number> {
  if (name === "--version" || name === "-v") return tell(streams, `${VERSION}\n`);
  if (name === undefined || name === "--help" || name === "-h") return tell(streams, help("", voiceIn(streams)));
  if (name === "help") return tell(streams, help(args[0] && commandCalled(args[0]), voiceIn(streams)));
  if (name.startsWith("-"))
    throw new UsageError(say`there is no option ${name} before a command; convlint --help says more`);
  const command = commandCalled(name);
  const words = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (words.includes("--help") || words.includes("-h")) return tell(streams, help(command, voiceIn(streams)));
  if (words.includes("--version")) return tell(streams, `${VERSION}\n`);
  return (await commands[command]())(args, streams);
}

function commandCalled(name: string): CommandName {
  if (Object.hasOwn(commandPages, name)) return name as CommandName;
  // Other linters take files without a command.
  if (/[./*]/.test(name))
    throw new UsageError(say`there is no command ${name}; to check a file: convlint check ${name}`);
  const near = nearest(name, Object.keys(commandPages));
  throw new UsageError(
    near
      ? say`there is no command ${name}; did you mean ${near}?`
      : say`there is no command ${name}; convlint --help names them`,
  );
}

function tell({ out }: Streams, text: string): number {
  out.write(text);
  return 0;
}

/** A run of the command, from its words to its exit status, for a process as for whoever runs it many times in one. */
export async function main(args: readonly string[], streams: Streams, environment: Environment = {}): Promise<number> {
  let voice = english;
  try {
    // It reads files, which a worker that loads this one cannot do.
    const { spokenIn } = await import("./cli/language");
    const { args: words, spoken } = spokenIn(args, environment);
    voice = spoken.voice;
    return await run(words, { ...streams, spoken });
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const reason = error instanceof UsageError ? error.told : say`internal fault: ${fault}`;
    streams.err.write(`convlint: ${render(reason, voice)}\n`);
    return 2;
  }
}

/** What `dist/server.js` takes from the file of the command, so that the package holds the code once. */
export const startServer = async (): Promise<void> => (await import("./start-server")).startServer();

/** A web worker has it and Node has not: by it `dist/web/server.js` loads the file of the command. */
declare const importScripts: unknown;

// What only one of the two has is imported when it is needed, for the other could not even load it. No message is lost
// meanwhile: a worker is given its messages after its script and everything that the script has waiting, as this import.
if (typeof importScripts === "function") import("./start-server-web").then(({ startServer }) => startServer());
else if (require.main === module) {
  // Whoever reads us may have read enough, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

  main(
    process.argv.slice(2),
    {
      out: process.stdout,
      err: process.stderr,
      isTerminal: process.stdout.isTTY === true,
    },
    process.env,
  ).then((status) => {
    process.exitCode = status;
  });
}
