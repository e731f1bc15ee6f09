import { asDifference, differenceInterval, independentDifference } from '#core/estimation/difference.ts';
import type { WaveEstimates } from '#core/estimation/estimate-wave.ts';
import type { Interval } from '#core/estimation/intervals/interval.ts';
import { districtKey, type Stratum } from '#core/sampling/stratum.ts';
import { type AnsweringCity, questions, trueShare, type Wave } from './answering-city.ts';

/** The figures whose intervals are judged, as the results pages word them. */
export const figureKinds = [
  'share in a district',
  'share in the city',
  'district against the rest of the city',
  'change of a district',
  'change of the city',
  'women against men in a district',
  'that gap against the gap elsewhere',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What is estimated: of which answer, what, and where. */
export interface Estimand {
  question: string;
  kind: FigureKind;
  domain: string;
}

export const keyOf = ({ question, kind, domain }: Estimand): string => `${question} ${kind} ${domain}`;

export interface Figure extends Estimand, Interval {
  estimate: number;
  error: number;
}

/** Every judged figure of the newest wave, with the interval that the pages show. */
export function figuresOf(city: AnsweringCity, earlier: WaveEstimates, newest: WaveEstimates): Figure[] {
  const kinds = new Map<string, FigureKind>([
    ['vs-rest', 'district against the rest of the city'],
    ['gap', 'women against men in a district'],
    ['gap-vs-rest', 'that gap against the gap elsewhere'],
  ]);
  const shown = new Set(['city', ...city.districts.map(districtKey)]);
  const before = new Map(earlier.estimates.map((own) => [`${own.indicator} ${own.domain}`, own]));
  const shares = newest.estimates.flatMap((now): Figure[] => {
    const then = before.get(`${now.indicator} ${now.domain}`);
    if (!then || !shown.has(now.domain)) return [];
    const where = now.domain === 'city' ? 'the city' : 'a district';
    const change = independentDifference(asDifference(now), asDifference(then));
    return [
      {
        question: now.indicator,
        kind: `share in ${where}`,
        domain: now.domain,
        estimate: now.value,
        error: now.standardError,
        lower: now.lower,
        upper: now.upper,
      },
      {
        question: now.indicator,
        kind: `change of ${where}`,
        domain: now.domain,
        estimate: change.difference,
        error: change.standardError,
        ...differenceInterval(change),
      },
    ];
  });
  const contrasts = newest.contrasts.flatMap((contrast): Figure[] => {
    const kind = kinds.get(contrast.kind);
    if (!kind) return [];
    return [
      {
        question: contrast.indicator,
        kind,
        domain: contrast.domain,
        estimate: contrast.difference,
        error: contrast.standardError,
        ...differenceInterval(contrast),
      },
    ];
  });
  return [...shares, ...contrasts];
}

/** What each figure would be if everybody answered, by the model that made the residents. */
export function truthsOf(city: AnsweringCity): Map<string, number> {
  const truths = new Map<string, number>();
  for (const question of questions) {
    const tell = (kind: FigureKind, domain: string, truth: number) =>
      truths.set(keyOf({ question, kind, domain }), truth);
    const share = (included: (stratum: Stratum) => boolean, wave: Wave = 'newest') =>
      trueShare(city, question, wave, included);
    const change = (included: (stratum: Stratum) => boolean) => share(included) - share(included, 'earlier');
    const gap = (included: (stratum: Stratum) => boolean) =>
      share((stratum) => stratum.sex === 'F' && included(stratum)) -
      share((stratum) => stratum.sex === 'M' && included(stratum));
    tell('share in the city', 'city', share(everywhere));
    tell('change of the city', 'city', change(everywhere));
    for (const district of city.districts) {
      const domain = districtKey(district);
      const here = (stratum: Stratum) => stratum.district === district;
      const elsewhere = (stratum: Stratum) => stratum.district !== district;
      tell('share in a district', domain, share(here));
      tell('change of a district', domain, change(here));
      tell('district against the rest of the city', domain, share(here) - share(elsewhere));
      tell('women against men in a district', domain, gap(here));
      tell('that gap against the gap elsewhere', domain, gap(here) - gap(elsewhere));
    }
  }
  return truths;
}

const everywhere = () => true;
