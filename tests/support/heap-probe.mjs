// Loaded before the server: at a signal it says what is left in memory once all garbage is collected, and how much of
// that is machine code.
import { writeSync } from "node:fs";
import { getHeapCodeStatistics } from "node:v8";

process.on("SIGUSR2", () => {
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  writeSync(2, `heap ${heapUsed} code ${getHeapCodeStatistics().code_and_metadata_size}\n`);
});
