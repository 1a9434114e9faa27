/** Whether a file is one of Python that has to do with layers of PyTorch at all. */
export const isPythonModel = (path: string, text: string): boolean =>
  /\.py$/i.test(path) && /^[ \t]*(?:from|import)[ \t][^#\r\n]*\btorch\b/m.test(text) && /\bnn\b/.test(text);
