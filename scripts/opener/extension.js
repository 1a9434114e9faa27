// An extension of `npm start` alone; it is in no package.
const { Uri, window } = require("vscode");

/** Each file gets a tab of its own. The editor itself opened the last one, which stays in front. */
exports.activate = async () => {
  const front = window.activeTextEditor?.document.uri;
  const files = JSON.parse(process.env.CONVLINT_OPEN ?? "[]").map((path) => Uri.file(path));
  for (const uri of front ? [...files, front] : files) await window.showTextDocument(uri, { preview: false });
};
