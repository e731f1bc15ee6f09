import { quantile } from '../figures.ts';

export interface Spread {
  count: number;
  median: number;
  p95: number;
  p99: number;
  max: number;
}

/** Milliseconds of requests by kind. */
export class Timings {
  readonly #elapsed = new Map<string, number[]>();

  async timed<Result>(kind: string, act: () => Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await act();
    const known = this.#elapsed.get(kind);
    if (known) known.push(performance.now() - started);
    else this.#elapsed.set(kind, [performance.now() - started]);
    return result;
  }

  count(): number {
    return [...this.#elapsed.values()].reduce((sum, { length }) => sum + length, 0);
  }

  spreads(): Record<string, Spread> {
    return Object.fromEntries([...this.#elapsed].map(([kind, elapsed]) => [kind, spreadOf(elapsed)]));
  }
}

function spreadOf(elapsed: readonly number[]): Spread {
  return {
    count: elapsed.length,
    median: quantile(elapsed, 0.5),
    p95: quantile(elapsed, 0.95),
    p99: quantile(elapsed, 0.99),
    max: quantile(elapsed, 1),
  };
}
