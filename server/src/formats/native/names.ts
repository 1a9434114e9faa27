/** Names of layers, blocks, inputs and parameters, which expressions can hold. */
export const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);
