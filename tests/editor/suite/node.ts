// What --extensionTestsPath names: VS Code calls run() in the Node extension host; a rejection is exit code 1.
import Mocha from "mocha";

export async function run(): Promise<void> {
  const { CASES: grep } = process.env;
  const mocha = new Mocha({ ui: "tdd", reporter: "spec", color: false, timeout: 30_000, ...(grep && { grep }) });
  mocha.suite.emit("pre-require", globalThis, "", mocha); // defines suite(), test(), …
  await import("./cases"); // only now: the cases call them
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
