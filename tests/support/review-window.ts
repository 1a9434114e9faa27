/** A window whose logs are kept in memory, also when another server takes its place. */
export function folder() {
  const logs = new Map<string, string>();
  const state = { isFull: false };
  const answers = {
    "convlint/reviewLogs": () => [...logs].map(([name, text]) => ({ name, version: text.length })),
    "convlint/reviewLog": ({ name }: { name: string }) => ({ text: logs.get(name) }),
    "convlint/reviewAppend": ({ text }: { text: string }) => {
      if (state.isFull) return new Error("the disk is full");
      logs.set("window-1.jsonl", (logs.get("window-1.jsonl") ?? "") + text);
      return null;
    },
  };
  return { logs, state, answers };
}
