/** The largest whole number that divides both. */
export const gcd = (a: number, b: number): number => (b === 0 ? a : Number.isNaN(b) ? b : gcd(b, a % b));

/** The smallest whole number that both divide. */
export const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;
