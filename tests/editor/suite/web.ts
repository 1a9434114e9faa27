// The same for the web worker extension host, which has no Node: Mocha's browser build.
import "mocha/mocha";

declare const mocha: {
  setup(options: { readonly ui: string; readonly reporter: undefined; readonly timeout: number }): void;
  run(done: (failures: number) => void): void;
};

export async function run(): Promise<void> {
  mocha.setup({ ui: "tdd", reporter: undefined, timeout: 30_000 }); // undefined: text, not the HTML reporter
  await import("./cases");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
