// The server for the browser, as a web worker. All of its code is in the bundle of the command, which starts the server
// by itself where it finds itself in a worker: so the package holds the code once.

/** The part of a worker's global scope that is used here; the types of Node, which the rest needs, do not have it. */
declare const self: {
  readonly location: { readonly href: string };
  readonly name: string;
  importScripts(url: string): void;
};

/**
 * Where this file is. The editor starts it from a script of its own, a `blob:` beside which nothing lies; but it passes
 * on the name that the client gave the worker, which is the address, behind words of its own: `Host -> https://…`.
 */
const here = self.location.href.startsWith("blob:") ? self.name.split(" ").pop()! : self.location.href;

self.importScripts(new URL("../cli.js", here).href);
