// One window of the editor with the extension in it, for all that is looked at there: to open another takes ten times as
// long as to look.
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installExtension, startServer, workbenchUrl } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";
import { closeAll } from "./hands.mjs";
import { newestPackage } from "./newest-package.mjs";
import { smaller } from "./smaller-png.mjs";

export const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const pictures = root(".out/pictures");

/** By what the workbench is marked with while it shows them. */
export const themes = {
  light: { name: "Default Light Modern", mark: ".vs" },
  dark: { name: "Default Dark Modern", mark: ".vs-dark" },
  contrast: { name: "Default High Contrast", mark: ".hc-black" },
};

const usual = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.colorTheme": themes.light.name,
  "workbench.reduceMotion": "on",
};
const usualSize = { width: 1100, height: 680 };

/** Opens a copy of the examples, lets `look` at it, and leaves nothing behind; gives how many steps it took. */
export async function withWindow({ isPacked }, look) {
  const scratch = await mkdtemp(join(tmpdir(), "on-screen-"));
  const folder = join(scratch, "models");
  const folders = { userDataDir: join(scratch, "user-data"), extensionsDir: join(scratch, "extensions") };
  await cp(root("examples"), folder, { recursive: true });
  await mkdir(join(folder, ".vscode"));
  await mkdir(folders.extensionsDir);
  await mkdir(pictures, { recursive: true });
  const count = { passed: 0, failed: 0 };
  let [server, browser] = [];
  try {
    const editor = await ensureEditor();
    if (isPacked) await install(editor, folders);
    else await symlink(root("."), join(folders.extensionsDir, "convlint"), "junction");
    [server, browser] = await Promise.all([startServer({ editor, settings: usual, ...folders }), launchBrowser()]);
    await look(await windowOf({ browser, server, folder, count }));
  } catch (error) {
    console.error(error);
    count.failed++;
  } finally {
    await browser?.close();
    await server?.stop();
    await rm(scratch, { recursive: true, force: true });
  }
  return count;
}

async function install(editor, folders) {
  const output = await installExtension({ editor, ...folders, extension: await newestPackage() });
  if (!/successfully installed/.test(output)) throw new Error(output);
}

async function windowOf({ browser, server, folder, count, language }) {
  const page = await browser.newPage({ viewport: usualSize, locale: "en-US", reducedMotion: "reduce" });
  page.setDefaultTimeout(40_000);
  // What a language pack says of itself before anything else is loaded; its texts are missing, and so English.
  if (language) await page.addInitScript((name) => (globalThis._VSCODE_NLS_LANGUAGE = name), language);
  await page.goto(workbenchUrl(server, { folder }));
  await page.locator(".monaco-workbench").first().waitFor({ timeout: 60_000 });
  await page.keyboard.press("ControlOrMeta+KeyB"); // the side bar goes
  let [theme, settings] = ["light", {}];

  /** In the folder, where they are looked after, as those of the user are not. */
  const write = () =>
    writeFile(
      join(folder, ".vscode/settings.json"),
      JSON.stringify({ "workbench.colorTheme": themes[theme].name, ...settings }),
    );
  const picture = (name, clip) => page.screenshot({ path: join(pictures, `${name}.png`), clip });

  const window = {
    page,
    folder,
    server,
    picture,
    /** What is set beside what is usual here, until the subject is done. */
    async set(changes) {
      settings = changes;
      await write();
    },
    async show(name) {
      if (theme === name) return;
      theme = name;
      await write();
      await page.locator(`.monaco-workbench${themes[name].mark}`).waitFor();
    },
    /** Takes a picture in every theme, and looks that in each of them stands what it is about. */
    async inThemes(name, shown, look = () => {}) {
      for (const one of [theme, ...Object.keys(themes).filter((other) => other !== theme)]) {
        await window.show(one);
        await shown.waitFor();
        await look(one);
        await picture(`${name}-${one}`);
      }
    },
    /** A part of the screen as it is shipped. It is taken anew on demand only, and has to be small. */
    async cut(file, clip, { theme: wanted = "light", most = 12_000, colours = 16 } = {}) {
      if (!process.env.UPDATE) return;
      await window.show(wanted);
      const png = await smaller(await page.screenshot({ clip }), colours);
      if (png.length > most) throw new Error(`${file} has ${png.length} bytes, more than ${most}`);
      await writeFile(root(file), png);
    },
    async step(what, work) {
      const started = Date.now();
      try {
        await work();
        count.passed++;
        console.log(`${String(Date.now() - started).padStart(6)} ms  ${what}`);
      } catch (error) {
        count.failed++;
        console.error(`failed after ${Date.now() - started} ms: ${what}\n`, error?.message ?? error);
        await picture(`failed-${count.failed}`);
        await page.keyboard.press("Escape");
      }
    },
    /** As it was before somebody looked. */
    async clear() {
      await page.keyboard.press("Escape");
      await window.set({});
      await window.show("light");
      await page.setViewportSize(usualSize);
      await closeAll(page);
    },
    /** Another one of the same folder, in another language. */
    inLanguage: (name) => windowOf({ browser, server, folder, count, language: name }),
  };
  return window;
}
