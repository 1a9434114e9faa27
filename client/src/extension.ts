// The extension on the desktop and in remote windows. All of its code is in the bundle for the browser.
export { activateOnNode as activate, deactivate } from "./extension-web";
