import type { Connection } from "vscode-languageserver";
import { linesOf } from "../core/lines";
import type { Voice } from "../core/voice";
import type { Findings } from "../features/diagnostics";
import { dataBeside } from "../settings/data-beside";
import {
  type Disk,
  type FoundSettings,
  filesAround,
  problemsOf,
  settingsAbove,
  settingsAt,
  withBase,
} from "../settings/find";
import { type Resolved, resolve } from "../settings/resolve";
import { optionsOver } from "../settings/rule-options";
import type { Classes } from "./classes";
import type { Client } from "./client";
import type { Files } from "./client-files";
import { askEditor, type EditorSettings, settingsOf } from "./editor-settings";
import { reasonOf } from "./guard";
import { known } from "./known";
import { pathOf, uriIn } from "./uri";

/** How one document is read and what is shown of it. */
export interface Settings extends EditorSettings {
  /** The configuration passes the file over: it is explained, but nothing in it is called wrong. */
  readonly ignored: boolean;
  /** The configuration files that count for it, the outermost first, and how much is wrong in them. */
  readonly configuration: { readonly problems: number; readonly files: readonly string[] };
  readonly voice: Voice;
}

/** The only place that decides how a document is read; nothing of it belongs to the process. */
export interface SettingsRoom {
  of(uri: string): Promise<Settings>;
  /** What is wrong in a configuration file. */
  findings(path: string, text: string): Findings;
  /** Files below the folder of a configuration, as far as they can be listed. */
  files(path: string): readonly string[];
  /** Whether some configuration that was read extends a file. */
  extends(path: string): boolean;
  /** All settings are asked for again. */
  forget(): void;
  close(uri: string): void;
}

/** Joins what the editor says and what configuration files say, which comes first. */
export function settingsRoom(
  connection: Connection,
  client: Client,
  disk: Disk & Pick<Files, "settled">,
  classes: Pick<Classes, "find" | "files">,
): SettingsRoom {
  const settled = new Map<string, Promise<Settings>>();
  const extended = new Set<string>();
  const ask = async (uri: string): Promise<Settings> => {
    const asked = client.configures ? await askEditor(connection, uri) : settingsOf(undefined);
    const said = {
      ...asked,
      options: { ...asked.options, findClasses: classes.find, files: classes.files() },
      voice: asked.display.plainWords ? { ...client.voice, plain: true as const } : client.voice,
    };
    const path = pathOf(uri);
    try {
      const { files, data } = await disk.settled(() => ({
        files: settingsAbove(path, disk, known()),
        data: dataBeside(path, folderOf(path, client), disk.read),
      }));
      for (const file of files.flatMap((one) => withBase<FoundSettings>(one))) extended.add(file.path);
      const configuration = {
        problems: files.reduce((all, { problems }) => all + problems.length, 0),
        files: files.map((file) => uriIn(uri, file.path)),
      };
      const settings = { ...join(said, resolve(files, path)), configuration };
      return data ? { ...settings, options: { ...settings.options, data } } : settings;
    } catch (error) {
      connection.console.error(`the configuration of ${uri} cannot be read, so it does not count: ${reasonOf(error)}`);
      return { ...said, ignored: false, configuration: { problems: 0, files: [] } };
    }
  };
  return {
    of(uri) {
      const settings = settled.get(uri) ?? ask(uri);
      settled.set(uri, settings);
      return settings;
    },
    findings: (path, text) => ({
      text,
      lines: linesOf(text),
      problems: problemsOf(settingsAt(path, text, known(), disk), disk),
    }),
    files: (path) => filesAround(path, disk),
    extends: (path) => extended.has(path),
    forget: () => settled.clear(),
    close: (uri) => settled.delete(uri),
  };
}

/** The folder of the workspace that a file lies in, the innermost of several; else its own. */
const folderOf = (path: string, { folders }: Client): string =>
  folders.filter((folder) => path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0] ??
  path.slice(0, Math.max(path.lastIndexOf("/"), 0));

function join(
  said: EditorSettings & Pick<Settings, "voice">,
  { rules, ruleOptions, input, dialect, scales, modules, ignored }: Resolved,
): Omit<Settings, "configuration"> {
  const options = {
    ...said.options,
    severities: { ...said.options.severities, ...rules },
    ruleOptions: optionsOver(said.options.ruleOptions ?? {}, ruleOptions),
    ...(input && { input }),
    ...(dialect !== undefined && { dialect }),
    ...(scales && { scales }),
    ...(modules && { modules }),
  };
  return { ...said, options, ignored };
}
