/** Characters that a terminal would obey, tabs too, as blanks: one for one, so that columns stay. */
export const plain = (text: string): string => text.replace(/\p{Cc}/gu, " ");
