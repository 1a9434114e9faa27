/** A window whose logs are kept in memory, also when another server takes its place. */
export function folder() {
  const logs = new Map<string, string>();
  const state = { isFull: false, reads: 0 };
  const answers = {
    "convlint/reviewLogs": () => [...logs].map(([name, text]) => ({ name, version: text.length })),
    "convlint/reviewLog": ({ name }: { name: string }) => {
      state.reads++;
      return { text: logs.get(name) };
    },
    "convlint/reviewAppend": ({ text }: { text: string }) => {
      if (state.isFull)
        return new Error(
          "Request convlint/reviewAppend failed with message: Error: ENOSPC: no space left on device, write",
        );
      const own = (logs.get("window-1.jsonl") ?? "") + text;
      logs.set("window-1.jsonl", own);
      return { name: "window-1.jsonl", version: own.length };
    },
  };
  return { logs, state, answers };
}
