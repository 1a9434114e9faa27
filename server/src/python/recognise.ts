/** Whether a file is one of Python that has to do with layers of PyTorch or Keras at all. */
export const isPythonModel = (path: string, text: string, language?: string): boolean =>
  isPython(path, language) && (isTorch(text) || isKeras(text));

const isTorch = (text: string): boolean =>
  /^[ \t]*(?:from|import)[ \t][^#\r\n]*\btorch\b/m.test(text) && /\bnn\b/.test(text);

/** Whether it is Keras that its layers come from. */
export const isKeras = (text: string): boolean =>
  /^[ \t]*(?:from|import)[ \t]+(?:keras\b|tensorflow\b)/m.test(text) &&
  /\bkeras\b/.test(text) &&
  !/^[ \t]*(?:from|import)[ \t]+torch\b/m.test(text);

/** By what the editor takes a text for, or by its name. */
export const isPython = (path: string, language?: string): boolean => language === "python" || /\.py$/i.test(path);
