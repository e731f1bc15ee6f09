import type { WavePlan, WaveRefusal } from '../../use-cases/fieldwork/create-wave.server.ts';

/** The field of the form that a refusal is about; null when it is about none of them. */
export const fieldOfRefusal: Record<WaveRefusal, string | null> = {
  'wave-exists': 'year',
  'unknown-questionnaire': 'questionnaire',
  'bad-year': 'year',
  'bad-window': 'firstDay',
  'bad-sample-size': 'sampleSize',
  'bad-response-rate': 'responseRate',
  'bad-replicates': 'replicates',
  'bad-grace': 'graceMinutes',
  'bad-threshold': 'partial',
  'bad-complete-threshold': 'complete',
  'bad-education-population': 'education1',
  'senseless-threshold': null,
  'bad-seed': null,
};

/**
 * Reads the form as it was typed. What is no number becomes NaN, which the use case refuses with its reason.
 */
export function planOfForm(form: FormData): WavePlan {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const number = (name: string) => numberOf(text(name));
  const education = [1, 2, 3, 4].map((level) => text(`education${level}`));
  return {
    year: number('year'),
    season: text('season') === 'autumn' ? 'autumn' : 'spring',
    questionnaireVersion: text('questionnaire'),
    ...(text('firstDay') === '' ? {} : { firstDay: text('firstDay') }),
    ...(text('lastDay') === '' ? {} : { lastDay: text('lastDay') }),
    sampleSize: number('sampleSize'),
    expectedResponseRate: number('responseRate') / 100,
    reserveReplicates: number('replicates'),
    graceMinutes: number('graceMinutes'),
    partialThreshold: number('partial') / 100,
    completeThreshold: number('complete') / 100,
    educationPopulation: education.every((value) => value === '')
      ? null
      : (education.map(numberOf) as [number, number, number, number]),
  };
}

/** The sample size that a preview is for: the one typed, or the usual one where none can be read. */
export function sampleSizeOf(typed: string | undefined, usual: number): number {
  const size = typed === undefined ? Number.NaN : numberOf(typed);
  return Number.isInteger(size) && size >= 1 && size <= 100_000 ? size : usual;
}

/** `1 800`, `1800` and `12,5` are numbers; an empty field is none. */
function numberOf(typed: string): number {
  const plain = typed.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
