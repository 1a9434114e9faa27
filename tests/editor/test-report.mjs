// How VS Code reports an extension's test run to the page it runs in: it calls two functions, if the page has them.
import { format } from "node:util";

// What the pinned VS Code logs about itself during a run; the console of the extension host comes down the same path.
const CHATTER = new RegExp(
  `^(${[
    "Resolv(ing|ed) connection token",
    "Creating a socket",
    "(Updating|Ignoring fetching) additional builtin extensions",
    "Chat\\w+Store: ",
    "Creation of workbench contribution", // on a slow machine
    "CodeExpectedError", // the preview of a page that is no file is watched as if it were one
    "Loading development extension at",
    "Request to .*package\\.nls\\.json. failed",
    "\\[Service Worker\\]",
    "\\[remote-connection\\]",
  ].join("|")})`,
);

/**
 * Prints what the suite prints and calls `onExit(code)` at its end. `onLog(text)` sees every line, also VS Code's own;
 * $CODE_VERBOSE=1 prints those too.
 */
export async function receiveTestReport(page, { onExit, onLog }) {
  let open = true;
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    const text = format(...args);
    onLog?.(text);
    if (!open || (CHATTER.test(text) && !process.env.CODE_VERBOSE)) return;
    (type === "error" || type === "warn" ? console.error : console.log)(text);
  });
  await page.exposeFunction("codeAutomationExit", (code) => {
    open = false; // what follows is only the noise of closing down
    return onExit(code);
  });
}
