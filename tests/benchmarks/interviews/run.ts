import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type InterviewFigures, measureInterviews, quickExtent, wholeExtent } from './measure-interviews.ts';
import { printInterviews } from './print-interviews.ts';

// `node --import tsx tests/benchmarks/interviews/run.ts`; `--quick` takes half a minute; `--json` prints the
// figures for `--against FILE` of a later run.

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, against: { type: 'string' } },
});

if (!existsSync('build/server/server.js')) {
  process.stderr.write('the benchmark measures the built server: run `npm run build` first\n');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'poczucie-interviews-'));
try {
  const figures = await measureInterviews(folder, options.quick ? quickExtent : wholeExtent);
  if (options.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else {
    process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores\n`);
    const against = options.against ? readFileSync(options.against, 'utf8') : null;
    printInterviews(figures, against === null ? null : (JSON.parse(against) as InterviewFigures));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
