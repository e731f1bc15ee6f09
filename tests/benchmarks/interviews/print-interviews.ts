import { milliseconds } from '../figures.ts';
import type { LoadResult } from './load.ts';
import type { InterviewFigures } from './measure-interviews.ts';

/** The figures as a table, each beside those of another run where there is one. */
export function printInterviews(figures: InterviewFigures, against: InterviewFigures | null): void {
  const { limits, costs } = figures;
  say(
    `\nInterviews (limits of this machine, same run: ${whole(limits.emptyAnswersPerSecond)} empty answers a`,
  );
  say(
    `second from Express to the same client, ${whole(limits.durableWritesPerSecond)} durable writes a second)`,
  );
  if (costs) {
    const before = against?.costs;
    const versus = (was: number | undefined) => (was === undefined ? '' : `, was ${milliseconds(was)}`);
    say(`  server CPU of a page view ${milliseconds(costs.page)}${versus(before?.page)};`);
    say(`  server CPU of a save      ${milliseconds(costs.save)}${versus(before?.save)}`);
  }
  for (const load of figures.loads) {
    printLoad(
      load,
      against?.loads.find((one) => one.name === load.name && one.visitors === load.visitors),
    );
  }
}

function printLoad(load: LoadResult, before: LoadResult | undefined): void {
  const was = (value: string | undefined) => (value === undefined ? '' : ` (was ${value})`);
  const rate = ({ interviewsPerSecond }: LoadResult) => interviewsPerSecond.toFixed(2);
  const requests = ({ requestsPerSecond }: LoadResult) => whole(requestsPerSecond);
  say(
    `  ${load.name}, ${load.visitors} at once: ${load.interviews} interviews in ${load.seconds.toFixed(0)} s`,
  );
  say(
    `    ${rate(load)} interviews/s${was(before && rate(before))}, ` +
      `${requests(load)} requests/s${was(before && requests(before))}, ${resources(load)}`,
  );
  for (const [kind, { count, median, p95, p99, max }] of Object.entries(load.spreads)) {
    const spread = [median, p95, p99, max].map(milliseconds);
    const earlier = before?.spreads[kind];
    const [shown, earlierP99] = [spread.join(' / '), earlier && milliseconds(earlier.p99)];
    say(
      `    ${kind.padEnd(8)} median / p95 / p99 / max ${shown}, n ${count}${was(earlierP99 && `p99 ${earlierP99}`)}`,
    );
  }
}

function resources({ serverCores, memory, longestWait }: LoadResult): string {
  const parts = [
    serverCores === null ? [] : `${serverCores.toFixed(2)} cores`,
    memory === null ? [] : `${whole(memory / 1e6)} MB`,
    `longest wait for a sign of life ${milliseconds(longestWait)}`,
  ];
  return parts.flat().join(', ');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
