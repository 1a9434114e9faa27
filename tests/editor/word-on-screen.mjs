/** Where a word stands in a line on the screen. The editor splits lines into spans by colour, not by word. */
export function boxIn(line, word) {
  return line.evaluate((line, word) => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const start = texts.currentNode.data.indexOf(word);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, start);
      range.setEnd(texts.currentNode, start + word.length);
      return range.getBoundingClientRect().toJSON();
    }
    throw new Error(`${word} is not in one piece`);
  }, word);
}
