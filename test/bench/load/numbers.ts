/** The value below which that part of the numbers lies. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The median, and between which two all lie. */
export function spread(numbers: readonly number[]): string {
  return `${short(middle(numbers))} (${short(Math.min(...numbers))}–${short(Math.max(...numbers))})`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function short(number: number): string {
  return number >= 100 ? String(Math.round(number)) : number.toFixed(number >= 10 ? 1 : 2);
}
