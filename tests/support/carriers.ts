import { type ChildProcess, spawn } from "node:child_process";
import { PassThrough, type Readable, type Writable } from "node:stream";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { connectionStrategy } from "../../server/src/lsp/cancel";
import { serve } from "../../server/src/lsp/connection";
import { hostWithDisk } from "../../server/src/start-server";

/** A server, and the bytes between it and whoever talks to it. */
export interface Carrier {
  readonly in: Writable;
  readonly out: Readable;
  readonly err?: Readable;
  /** The process that was started for it. */
  process(): ChildProcess;
  leave(): void;
}

/** The server as it is built, in a process of its own: for what is said of processes, and of what is shipped. */
export function startedServer(command: readonly string[] = ["dist/server.js", "--stdio"]): Carrier {
  const child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "pipe"] });
  return {
    in: child.stdin,
    out: child.stdout,
    err: child.stderr,
    process: () => child,
    leave: () => void child.kill("SIGKILL"),
  };
}

/** The same server in the process of the tests, over the same bytes; it is there at once, where a process takes half a second. */
export function nearServer(): Carrier {
  const [to, from] = [new PassThrough(), new PassThrough()];
  const reader = new StreamMessageReader(to);
  // Who is told to exit does so, and here that would end the tests.
  const { listen } = reader;
  reader.listen = (heard) =>
    listen.call(reader, (message) => {
      if ("method" in message && message.method === "exit") throw new Error("start a server that is to exit");
      heard(message);
    });
  serve(
    createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(from), { connectionStrategy }),
    hostWithDisk(),
  );
  return {
    in: to,
    out: from,
    process: () => {
      throw new Error("start a server of which the process is spoken");
    },
    leave: () => {
      to.removeAllListeners("data").resume();
      from.removeAllListeners("data").resume();
    },
  };
}
