/** What is not a program and is loaded as its text: cards, and what is generated for when it is asked for. */
export const texts = { ".yaml": "text", ".json": "text", ".txt": "text" };
