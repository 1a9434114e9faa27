/** The build loads `*.yaml` as its text. */
declare module "*.yaml" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands a text over
  export default text;
}
