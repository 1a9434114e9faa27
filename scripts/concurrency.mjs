import { availableParallelism } from "node:os";

const [major, minor] = process.versions.node.split(".").map(Number);

/** Node's runner leaves one core idle, which of two is half of them; early versions of 20 cannot be told otherwise. */
export const concurrency =
  major > 20 || minor >= 10 ? [`--test-concurrency=${Math.max(availableParallelism(), 1)}`] : [];
