/** One line of the benchmark: what was measured beside what the machine can do at most in the same run. */
export interface Figure {
  name: string;
  measured: string;
  limit: string;
  /** Measured to limit, in words that say which way is better. */
  ratio: string;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  printTable(title, [
    ['', 'measured', 'limit of this machine, same run', 'ratio'],
    ...figures.map(({ name, measured, limit, ratio }) => [name, measured, limit, ratio]),
  ]);
}

/** Rows of cells in columns; the first row is the heading. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    process.stdout.write(`  ${cells.join('   ').trimEnd()}\n`);
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

export function perSecond(count: number, elapsed: number): string {
  return `${Math.round((count / elapsed) * 1000).toLocaleString('en')} /s`;
}

export function times(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)}×`;
}

/** Runs a step and answers how long it took by the clock, in milliseconds. */
export async function timed<Result>(step: () => Result | Promise<Result>): Promise<[Result, number]> {
  const started = performance.now();
  const result = await step();
  return [result, performance.now() - started];
}
