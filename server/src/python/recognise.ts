/** Whether a file is one of Python that has to do with layers of PyTorch at all. */
export const isPythonModel = (path: string, text: string, language?: string): boolean =>
  isPython(path, language) && /^[ \t]*(?:from|import)[ \t][^#\r\n]*\btorch\b/m.test(text) && /\bnn\b/.test(text);

/** By what the editor takes a text for, or by its name. */
export const isPython = (path: string, language?: string): boolean => language === "python" || /\.py$/i.test(path);
