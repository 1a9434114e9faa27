// What a person steers the extension by: titles of commands, settings, the configuration that counts.
import { type Extension, extensions, Uri, workspace } from "vscode";
import { api, contains, equal, open, until, withSetting } from "./support";
import { deck } from "./texts";

export function controlSuite(): void {
  suite("steering", cases);
}

interface Manifest {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly configuration: readonly {
    readonly title: string;
    readonly properties: { readonly [key: string]: Setting };
  }[];
}

interface Setting {
  readonly markdownDescription: string;
}

function cases(): void {
  test("every command has a title that can be read, and stands below one name", async () => {
    const { contributes } = manifest();
    for (const { command, title, category } of contributes.commands) {
      equal([command, category], [command, "ConvLint"]);
      equal([command, /^[A-Z]\w+( \S+)*…?$/.test(title)], [command, true]);
    }
    equal(new Set(contributes.commands.map(({ title }) => title)).size, contributes.commands.length);
  });

  test("every setting is explained", () => {
    for (const { title, properties } of manifest().contributes.configuration) {
      equal(title.includes("%"), false);
      for (const [key, { markdownDescription }] of Object.entries(properties))
        equal([key, /^[A-Z].*\.$/s.test(markdownDescription)], [key, true]);
    }
  });

  test("a rule can be switched off in the settings", async () => {
    const { statusOf } = await api();
    const document = await open(deck.replace("  - ReLU\n", "  - ReLU\n  - ReLU\n"));
    const warnings = () => statusOf(document.uri)?.warnings;
    const before = await until(warnings, (count) => count !== undefined && count > 0);
    await withSetting("rules", { "double-activation": "off" }, () => until(warnings, (count) => count !== before));
  });

  test("the configuration that counts is known, with what is wrong in it", async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) return; // a window without a folder has none
    const { statusOf } = await api();
    const settings = Uri.joinPath(folder.uri, "configured/.convlint.yaml");
    const model = Uri.joinPath(folder.uri, "configured/one.cnn.yaml");
    await workspace.fs.writeFile(settings, bytes("rulez: {}\n"));
    await workspace.fs.writeFile(model, bytes(deck));
    await workspace.openTextDocument(model);
    const about = () => statusOf(model)?.settings;
    const known = await until(about, (found) => found?.problems === 1);
    contains(known!.files.join(), "configured/.convlint.yaml");
    await workspace.fs.writeFile(settings, bytes("rules: {}\n"));
    await until(about, (found) => found?.problems === 0);
    await workspace.fs.delete(Uri.joinPath(folder.uri, "configured"), { recursive: true });
  });
}

const manifest = (): { readonly contributes: Manifest } =>
  (extensions.getExtension("convlint.convlint") as Extension<unknown>).packageJSON;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
