/** A URI as a person would write it, without what no file has; globs and names of files are about this. */
export function pathOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a percent sign that encodes nothing is a percent sign
  }
}

/** The URI of a file above another, with the escapes that the client uses. */
export function uriIn(uri: string, path: string): string {
  const folders = path.split("/").slice(0, -1);
  return [...uri.split("/").slice(0, folders.length), path.slice(path.lastIndexOf("/") + 1)].join("/");
}

export { uriOf } from "../features/uri";
