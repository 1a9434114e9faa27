/**
 * Does something on clocks that go on by so many milliseconds whenever somebody looks at one: the more, the slower the
 * machine seems to be. What looks at none cannot tell.
 */
export function onClocks<T>(milliseconds: number, work: () => T): T {
  const { Date: date, performance: timer } = globalThis;
  const { hrtime, cpuUsage } = process;
  let elapsed = 0;
  const look = (): number => (elapsed += milliseconds);
  globalThis.Date = class extends date {
    constructor(...given: readonly any[]) {
      super(...((given.length ? given : [look()]) as [number]));
    }
    static override now = look;
  } as DateConstructor;
  const set = (value: unknown): void =>
    void Object.defineProperty(globalThis, "performance", { configurable: true, writable: true, value });
  set({ now: look });
  process.hrtime = Object.assign((): [number, number] => [0, look() * 1e6], { bigint: () => BigInt(look() * 1e6) });
  process.cpuUsage = () => ({ user: look() * 1000, system: 0 });
  try {
    return work();
  } finally {
    globalThis.Date = date;
    set(timer);
    process.hrtime = hrtime;
    process.cpuUsage = cpuUsage;
  }
}
