import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { LocalisedText } from '#core/language.ts';
import type { ExactEstimate, ExactPublication } from '#core/publication/exact-publication.ts';
import type { PublishedAnswer } from '#core/publication/published-distribution.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { PublishedOutcome } from '#core/publication/published-outcome.ts';
import { placeAnswers } from '#core/questionnaire/place-answers.ts';
import { districtKey } from '#core/sampling/stratum.ts';

/**
 * People by district, sex (F, M) and answer of one question: code 1 safe, 2 and 3 unsafe, 4 outside the
 * indicator's base.
 */
export type AnswerCounts = number[][][];

const text = (words: string) => ({ pl: words, en: words, uk: words });

export const unsafeIndicator: PublishedIndicator = {
  id: 'unsafe',
  kind: 'share',
  direction: 'high-is-bad',
  headline: true,
  trend: true,
  page: 'feeling',
  topic: text('feeling'),
  derivedFrom: { variable: 'q07', codes: [2, 3], baseCodes: [1, 2, 3] },
  name: text('unsafe after dark'),
  question: text('How safe?'),
  base: text('everyone'),
  result: text('{{value}} feel unsafe'),
};

export function exactEstimate(domain: string, value: number | null, n: number): ExactEstimate {
  return {
    indicator: 'unsafe',
    domain,
    quality: 'good',
    reason: null,
    value,
    standardError: 0.0123456,
    lower: value === null ? null : Math.max(0, value - 0.02),
    upper: value === null ? null : Math.min(1, value + 0.02),
    n,
    designEffect: 1.2345,
    rarerCount: value === null ? null : Math.min(value, 1 - value) * n,
    versusRest: null,
    change: null,
    rankRange: null,
  };
}

/** An answer with an interval of three points to each side; none where its share is hidden. */
export function answerOf(code: number, label: LocalisedText, share: number | null): PublishedAnswer {
  const [lower, upper] =
    share === null ? [null, null] : [Math.max(0, share - 0.03), Math.min(1, share + 0.03)];
  return { code, label, share, lower, upper };
}

export function outcome(domain: string, complete: number): PublishedOutcome {
  return {
    domain,
    issued: complete * 2,
    complete,
    partial: 0,
    eligibilityRate: 0.98765,
    responseRate2: 0.5,
    responseRate3: 0.51234,
    cooperationRate2: 0.7,
    refusalRate2: 0.2,
    contactRate2: 0.6,
  };
}

/** A draft without weights: every share is a count over a base, so that sums hold exactly. */
export function exactPublication(
  counts: AnswerCounts,
  changes: Partial<ExactPublication> = {},
): ExactPublication {
  const estimates: ExactEstimate[] = [];
  const distributions: ExactPublication['distributions'] = [];
  const total = (rows: number[][]): number[] =>
    (rows[0] ?? []).map((_, answer) => rows.reduce((sum, row) => sum + (row[answer] ?? 0), 0));
  const addDomain = (domain: string, answers: number[], withDistribution: boolean): void => {
    const n = answers.reduce((sum, count) => sum + count, 0);
    const base = n - (answers[3] ?? 0);
    const unsafe = (answers[1] ?? 0) + (answers[2] ?? 0);
    if (base > 0) {
      estimates.push({
        ...exactEstimate(domain, unsafe / base, base),
        rarerCount: Math.min(unsafe, base - unsafe),
      });
    }
    if (!withDistribution || n === 0) return;
    distributions.push({
      variable: 'q07',
      domain,
      title: text('after dark'),
      n,
      answers: answers.map((count, index) => answerOf(index + 1, text(`answer ${index + 1}`), count / n)),
    });
  };
  addDomain('city', total(counts.map(total)), true);
  ['F', 'M'].forEach((sex, index) => {
    addDomain(`sex:${sex}`, total(counts.map((district) => district[index] ?? [])), false);
  });
  counts.forEach((district, index) => {
    const key = districtKey(index + 1);
    addDomain(key, total(district), true);
    ['F', 'M'].forEach((sex, side) => {
      addDomain(`${key}|sex:${sex}`, district[side] ?? [], false);
    });
  });
  return {
    format: 'poczucie-publication/3',
    publicationId: '2026-1.1',
    number: 1,
    replaces: null,
    correctionNote: null,
    wave: {
      waveId: '2026-1',
      year: 2026,
      season: 'spring',
      fieldworkFrom: '2026-04-01',
      fieldworkTo: '2026-05-15',
      publishedOn: '2026-06-30',
      questionnaireVersion: '1',
      methodVersion: '2.0',
      sampleSizePerDistrict: 1800,
      respondents: 32_404,
      modes: [
        { mode: 'web', share: 0.7012 },
        { mode: 'phone', share: 0.2987 },
        { mode: 'paper', share: 0.0001 },
      ],
      synthetic: true,
    },
    method: {
      methodVersion: '2.0',
      frameSha256: 'a'.repeat(64),
      seed: 'seed',
      responsesSha256: 'b'.repeat(64),
      weighting: {
        margins: ['district×age'],
        iterations: 7,
        converged: true,
        trimmedShare: 0,
        designEffect: 1.2,
        merges: [],
        warnings: [],
        fits: [{ name: 'district×age', groups: 108, largestDeviation: 1e-11 }],
        tolerance: 1e-10,
        trimming: { method: 'none', lower: 0.3, upper: 3, widened: [], cycles: 0, outsideAfter: 0 },
        eligibilityRate: 0.95,
        effectiveN: 27_000,
        districts: [],
      },
      runs: {
        weights: { run: 1, inputSha256: 'c'.repeat(64), outputSha256: 'd'.repeat(64) },
        analysis: { run: 1, inputSha256: 'e'.repeat(64), outputSha256: 'f'.repeat(64) },
      },
      rule: {
        version: 'test',
        levelMargin: 0.03,
        changeMargin: 0.03,
        gapMargin: 0.05,
        absoluteThreshold: { unsafe: 0.4 },
        falseDiscoveryRate: 0.05,
        differenceAlertRate: 0.025,
        gapWatchFalseDiscoveryRate: 0.1,
        minimumN: 60,
        absoluteWatchLevel: 0.2,
        minimumEffectiveN: 50,
        rollingYearBelow: 400,
        maximumModeShift: 0.1,
        headlineIndicators: ['unsafe'],
      },
      placeRule: {
        version: 'test',
        resolution: 10,
        minimumPairs: 10,
        minimumUnsafeRespondents: 5,
        falseDiscoveryRate: 0.05,
        minimumForReasons: 10,
      },
      suppression: { minimumN: 30, suppressed: 0, complementary: 0 },
    },
    indicators: [unsafeIndicator],
    estimates,
    rollingYear: null,
    distributions,
    flags: [],
    unflagged: [],
    comparisons: [],
    places: [],
    placeAnswers: placeAnswers(cityQuestionnaire),
    districtWishes: [],
    mentionCells: [],
    outcomes: [],
    ...changes,
  };
}

/** A watch of the level of district 7, new in this wave. */
export const exactLevelFlag: PublishedFlag = {
  kind: 'level',
  basis: 'wave',
  leads: true,
  severity: 'watch',
  status: 'new',
  needsIntervention: false,
  indicator: 'unsafe',
  district: 7,
  group: null,
  estimate: 0.383,
  size: 0.19,
  lower: 0.15,
  upper: 0.23,
  n: 600,
  q: 0.001,
  familySize: 18,
  against: 'rest',
  pooledWith: null,
  againstPooledWith: null,
  rollingYearQ: null,
  conservativeBurden: 90,
  history: [],
};
