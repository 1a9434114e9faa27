/** A URI as a person would write it, without what no file has; globs and names of files are about this. */
export function pathOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a percent sign that encodes nothing is a percent sign
  }
}
