/** `id line:column` of every problem, by file, out of what `--format json` prints. */
export const idsIn = (out: string): { readonly [file: string]: readonly string[] } =>
  Object.fromEntries(
    JSON.parse(out).files.map((file: any) => [
      file.file,
      file.problems.map((p: any) => `${p.id} ${p.line}:${p.column}`),
    ]),
  );
