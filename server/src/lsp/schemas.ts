import type { Connection } from "vscode-languageserver";
import { hasSchema } from "../settings/schemas";
import type { Client } from "./client";
import { inTime } from "./editor-settings";
import { pathOf } from "./uri";

/** A comment by which a file names its schema. */
const modeline = /^[ \t]*#[ \t]*yaml-language-server[ \t]*:[ \t]*\$schema=\S/m;

/** Whether the extension that keys are left to knows those of a file: by what the file says, or what the editor says of files. */
export async function knowsKeys(
  { workspace }: Connection,
  client: Client,
  uri: string,
  text: string,
): Promise<boolean> {
  if (!client.leaves(uri, "keys")) return false;
  if (modeline.test(text)) return true;
  if (!client.configures) return false;
  const asked = workspace.getConfiguration({ scopeUri: uri, section: "yaml.schemas" });
  return hasSchema(await inTime(asked).catch(() => undefined), pathOf(uri));
}
