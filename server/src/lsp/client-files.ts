import type { Connection } from "vscode-languageserver";
import type { Disk } from "../settings/find";
import type { PythonIn } from "./classes";
import type { Client } from "./client";
import type { ClientDisk } from "./client-disk";
import { clientPython } from "./client-python";
import { uriOf } from "./uri";

/** What the place the server runs in can read. */
export interface Reach extends Disk {
  readonly python: PythonIn;
  /** Whether a file would lie where the server reads by itself; absent where it can read none. */
  reaches?(path: string): boolean;
}

/** Files wherever they lie: what the server cannot reach by itself it asks the client for. */
export interface Files extends Disk {
  readonly python: PythonIn;
  /** Does what reads files; once more whenever it has asked for some that had to be fetched. */
  settled<T>(work: () => T): Promise<T>;
  /** These have changed, or are gone. */
  forget(paths: readonly string[]): void;
}

/** A text; null: there is no such file; undefined: nobody can tell. */
type Known = string | null | undefined;

/** One configuration may extend another and so on, but nobody waits for many of them. */
const mostRounds = 8;

/**
 * A server has no disk in a browser, and none of what lies in a virtual folder. There a client that offers to do so
 * reads for it. Whoever asks for a file gets what is known at once, and is told by `settled` to ask again; a text is
 * kept until the client says that it has changed. `found` is called when classes of Python were found.
 */
export function filesOf(
  host: Reach,
  connection: Connection,
  { files }: Client,
  far: ClientDisk,
  found: () => void,
): Files {
  if (!files) return { ...host, settled: async (work) => work(), forget: () => {} };
  const known = new Map<string, Known>();
  const fetching = new Map<string, Promise<void>>();

  function fetched(path: string, uri: string): Promise<void> {
    const going = far
      .read(uri)
      .catch(() => undefined)
      .then((text) => {
        if (fetching.get(path) !== going) return; // it has changed on the way
        fetching.delete(path);
        known.set(path, text);
      });
    fetching.set(path, going);
    return going;
  }

  function look(path: string): Known {
    if (!known.has(path) && !fetching.has(path)) void fetched(path, uriOf(path));
    return known.get(path);
  }

  const reaches = (path: string): boolean => host.reaches?.(path) === true;
  const python = clientPython(far, connection.console, found);
  return {
    read: (path) => (reaches(path) ? host.read(path) : (look(path) ?? undefined)),
    lacks: (path) => (reaches(path) ? host.lacks?.(path) === true : look(path) === null),
    files: (folder) => (reaches(folder) ? host.files?.(folder) : undefined),
    python: (folder) => (reaches(folder) ? host.python(folder) : python.below(folder)),
    async settled(work) {
      for (let round = 0; round < mostRounds; round++) {
        const done = work();
        if (!fetching.size) return done;
        await Promise.all(fetching.values());
      }
      return work();
    },
    forget(paths) {
      for (const path of paths) for (const map of [known, fetching]) map.delete(path);
      if (paths.some((path) => path.endsWith(".py"))) python.forget();
    },
  };
}
