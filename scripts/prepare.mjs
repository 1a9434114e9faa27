// Builds after an installation. Without the packages for development there is nothing to build with, which is no failure.
try {
  import.meta.resolve("esbuild");
} catch {
  console.log("convlint: not built, as esbuild is not installed");
  process.exit(0);
}
await import("../esbuild.mjs");
