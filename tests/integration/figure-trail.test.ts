import { describe, expect, it } from 'vitest';
import { figureReport } from '#app/use-cases/results/figure-report.server.ts';
import { canonicalJson } from '#core/digest.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import { readPublication } from '#core/publication/read.ts';
import { exactPublication } from '#tests/support/exact-publication.ts';
import {
  eighteenDistricts,
  openTestResults,
  receiveTrusted,
  testPublication,
} from '#tests/support/results.ts';

const act = { actor: 'test', now: Date.UTC(2026, 5, 30) };
const draft = exactPublication(eighteenDistricts);
const range = { smallest: 1, largest: 2 };
const digest = 'c'.repeat(64);

const method: ExactPublication['method'] = {
  ...draft.method,
  weighting: {
    ...draft.method.weighting,
    fits: [{ name: 'district × age', groups: 126, largestDeviation: 3e-11 }],
    districts: [
      { district: 5, designEffect: 1.21, effectiveN: 490, base: range, nonresponse: range, fit: range },
    ],
  },
  runs: {
    weights: { run: 1, inputSha256: digest, outputSha256: digest },
    analysis: { run: 2, inputSha256: digest, outputSha256: digest },
  },
};

function received(changes: Partial<ExactPublication> = {}) {
  const database = openTestResults();
  const document = testPublication({ method, ...changes });
  const taken = receiveTrusted(database, document, act);
  if (!taken.ok) throw new Error(taken.reason);
  return (domain: string, indicator = 'unsafe', waveId = '2026-1') =>
    figureReport(database, { waveId, domain, indicator });
}

describe('how a published figure was made', () => {
  it('is told from the question to the runs, with the weights of its own district', () => {
    const report = received()('D05');
    if (!report || report.hidden !== null) throw new Error('the figure is published');
    const { made } = report;
    expect(report).toMatchObject({ district: { number: 5 }, group: null });
    expect(made.answers?.counted.map(({ pl }) => pl)).toEqual(['answer 2', 'answer 3']);
    expect(made.answers?.others.map(({ pl }) => pl)).toEqual(['answer 1']);
    expect(made.weights).toMatchObject({ district: 5, designEffect: 1.21, base: range });
    expect(made.method.weighting.fits[0]?.largestDeviation).toBe(3e-11);
    expect(made.method.runs).toEqual(method.runs);
    expect(made.comparedDistricts).toBe(18);
    expect(made.parts).toEqual(['D05|sex:F', 'D05|sex:M']);
    expect([made.publicationId, made.sha256.length]).toEqual(['2026-1.1', 64]);
  });

  it('of the city and of a group names its place, and no weights of a district', () => {
    const figure = received();
    const city = figure('city');
    expect(city).toMatchObject({ district: null, group: null, made: { weights: null } });
    expect(city?.hidden === null && city.made.parts).toEqual(['sex:F', 'sex:M']);
    expect(figure('sex:F')).toMatchObject({ district: null, group: 'sex:F' });
    expect(figure('D05|sex:M')).toMatchObject({ district: { number: 5 }, group: 'sex:M' });
  });

  it('is not told of a figure, wave or indicator that nobody published', () => {
    const figure = received();
    expect([figure('D19'), figure('D05', 'other'), figure('D05', 'unsafe', '2031-1')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('of a hidden figure says by which rule it is hidden, and nothing else leaves the server', () => {
    const estimates = draft.estimates.map((estimate) =>
      estimate.domain === 'D05|sex:F' ? { ...estimate, n: 12, rarerCount: 4 } : estimate,
    );
    const report = received({ estimates })('D05|sex:F');
    expect(report?.hidden).toBe('few-respondents');
    expect(Object.keys(report ?? {}).sort()).toEqual([
      'district',
      'domain',
      'group',
      'hidden',
      'name',
      'pooledWith',
      'wave',
    ]);
    expect(JSON.stringify({ ...report, wave: null })).not.toMatch(/0\.\d|standardError|"n":/);
  });

  it.each([
    ['method.weighting.fits'],
    ['method.weighting.trimming'],
    ['method.weighting.districts'],
    ['method.runs'],
    ['wave.methodVersion'],
    ['mentionCells'],
    ['distributions.0.answers.0.lower'],
  ])('is part of every publication: one without %s is refused', (where) => {
    const document = JSON.parse(canonicalJson(testPublication({ method })));
    const steps = where.split('.');
    const last = steps.pop() ?? '';
    delete steps.reduce((part, step) => part[step], document)[last];
    expect(readPublication(JSON.stringify(document))).toMatchObject({ reason: 'not-a-publication', where });
  });
});
