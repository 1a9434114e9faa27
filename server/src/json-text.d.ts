/** The build loads `*.json` as its text: to read it as data costs a third of that, and only when it is asked for. */
declare module "*.json" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands a text over
  export default text;
}
