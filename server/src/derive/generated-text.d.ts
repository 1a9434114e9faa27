// What is generated is loaded as its text, which costs a third of reading it as data, and is parsed when it is asked for.
// biome-ignore-all lint/style/noDefaultExport: this is how the bundler hands a text over

declare module "*.json" {
  const text: string;
  export default text;
}

declare module "*.txt" {
  const text: string;
  export default text;
}
