import { existsSync } from "node:fs";
import { filesBelow } from "../lsp/files-below";
import type { Disk } from "../settings/find";

/** What configurations are read from. `read` complains of what is there and cannot be read. */
export const settingsDisk = (read: Disk["read"]): Disk => ({
  read,
  lacks: (path) => !existsSync(path),
  files: filesBelow,
});
