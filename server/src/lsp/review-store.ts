import type { Connection } from "vscode-languageserver";
import type { Store } from "../review/journal";
import { inTime } from "./editor-settings";

async function ask<T>(connection: Connection, method: string, params: object): Promise<T> {
  try {
    return await inTime(connection.sendRequest<T>(`convlint/${method}`, params));
  } catch (error) {
    throw told(error);
  }
}

/** What a client says of a disk, without the words of the protocol around it. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const message = error.message.replace(/^Request \S+ failed with message: (?:Error: )?/, "");
  return Object.assign(new Error(message), /\b(?:ENOSPC|NoSpace)\b/.test(message) && { code: "ENOSPC" });
}

/** The folder of logs that the client keeps: in a browser and in a virtual workspace nobody else can. */
export const clientStore = (connection: Connection): Store => ({
  async list() {
    const logs = await ask<unknown>(connection, "reviewLogs", {});
    return Array.isArray(logs) ? logs.flatMap(logOf) : [];
  },
  async read(name) {
    const answer = await ask<{ readonly text?: unknown } | null>(connection, "reviewLog", { name });
    if (typeof answer?.text !== "string") throw new Error(`${name} cannot be read`);
    return answer.text;
  },
  async append(text) {
    const [own] = logOf(await ask<unknown>(connection, "reviewAppend", { text }));
    return own;
  },
});

/** Whatever a client sends; what is no log is as if it were not there. */
function logOf(given: unknown): Awaited<ReturnType<Store["list"]>> {
  const { name, version } = (given ?? {}) as { readonly [key: string]: unknown };
  return typeof name === "string" && name !== "" ? [{ name, version: String(version) }] : [];
}
