import picomatch from "picomatch";

/**
 * Whether some schema is for a file, as editors say it: for each schema a pattern of paths, or several. One without a
 * folder holds in every folder.
 */
export function hasSchema(said: unknown, path: string): boolean {
  const patterns = Object.values(Object(said)).flat();
  return patterns.some(
    (glob) =>
      typeof glob === "string" &&
      picomatch.isMatch(path, glob.startsWith("/") ? `**${glob}` : `**/${glob}`, { dot: true }),
  );
}
