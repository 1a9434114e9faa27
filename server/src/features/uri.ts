/** The URI of a file by its path, which is one without escapes. */
export const uriOf = (path: string): string => {
  const [scheme = "", ...names] = path.split("/");
  return [scheme, ...names.map(encodeURIComponent)].join("/");
};
