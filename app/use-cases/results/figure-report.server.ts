import { districtByNumber, districts } from '#city/city.ts';
import { minimumAnswers } from '#core/estimation/intervals/minimum-base.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { LocalisedText } from '#core/language.ts';
import { type ComparisonCount, comparisonCounts } from '#core/publication/comparison-counts.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingFlags, leadingImprovements } from '#core/publication/leading-figures.ts';
import type { PublishedEstimate, QualityReason } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import type { PublishedDistrictWeights } from '#core/publication/published-weights.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { yearFigure } from './figure-basis.server.ts';
import { evidenceOf, type FlagEvidence } from './flag-evidence.server.ts';
import { publicationOf, publishedEstimate, waveSummary } from './published/published-results.server.ts';

/** Where a figure belongs: the city or one district, and the group of residents that it is about, if any. */
export interface FigurePlace {
  domain: string;
  district: { number: number; numeral: string; name: string } | null;
  group: string | null;
}

interface FigureHead extends FigurePlace {
  name: LocalisedText;
  wave: PublishedWave;
  /** The older wave, where the figure is of two waves together. */
  pooledWith: string | null;
}

/** A hidden figure is told by its name and the rule that hides it, and nothing else leaves the server. */
export type FigureReport =
  | (FigureHead & { hidden: QualityReason })
  | (FigureHead & { hidden: null; made: FigureMade });

/** Everything in the publication that says how one figure was made. */
export interface FigureMade {
  publicationId: string;
  sha256: string;
  indicator: PublishedIndicator;
  estimate: PublishedEstimate;
  /** Of a figure of two waves together, those of each alone, the older first; empty for one of a wave. */
  ofWaves: { waveId: string; estimate: PublishedEstimate | null }[];
  /** The same of two waves together; null where they are not, or where the figure is that. */
  year: { pooledWith: string; estimate: PublishedEstimate } | null;
  answers: CountedAnswers | null;
  method: PublishedMethod;
  /** The weights of the district; null for the city. */
  weights: PublishedDistrictWeights | null;
  /** Districts whose difference from the rest was tested beside this one's, hidden ones included. */
  comparedDistricts: number;
  flags: FlagEvidence[];
  /** The comparisons that were made with those of the flags. */
  counts: ComparisonCount[];
  minimumAnswers: number;
  /** The same indicator in the groups of the same place. */
  parts: string[];
}

/** Answers to the one question that an indicator is made of, by whether they count; labels as published. */
export interface CountedAnswers {
  counted: LocalisedText[];
  others: LocalisedText[];
}

interface FigureRequest {
  waveId: string;
  domain: string;
  indicator: string;
  /** Whether it is that of two waves together, of which the wave is the newer. */
  isOfYear?: boolean;
}

/** How one published figure was made; null when the wave has no such figure. */
export function figureReport(
  database: ResultsDatabase,
  { waveId, domain, indicator: id, isOfYear = false }: FigureRequest,
): FigureReport | null {
  const summary = waveSummary(database, waveId);
  const publication = publicationOf(database, waveId);
  const indicator = publication?.indicators.find((entry) => entry.id === id);
  const figures = isOfYear ? publication?.rollingYear?.estimates : publication?.estimates;
  const ofIndicator = figures?.filter((entry) => entry.indicator === id) ?? [];
  const estimate = ofIndicator.find((entry) => entry.domain === domain);
  if (!summary || !publication || !indicator || !estimate) return null;
  const place = figurePlace(domain);
  const pooledWith = isOfYear ? (publication.rollingYear?.pooledWith ?? null) : null;
  const head = { ...place, name: indicator.name, wave: publication.wave, pooledWith };
  if (estimate.quality === 'suppressed') {
    return { ...head, hidden: estimate.reason ?? 'few-respondents' };
  }
  const whole = domain.split('|')[0] ?? domain;
  const partsFrom = domain === 'city' ? /^(?:sex|age):/ : null;
  return {
    ...head,
    hidden: null,
    made: {
      publicationId: summary.publicationId,
      sha256: summary.sha256,
      indicator,
      estimate,
      ofWaves: (pooledWith === null ? [] : [pooledWith, waveId]).map((one) => ({
        waveId: one,
        estimate: publishedEstimate(database, one, id, domain),
      })),
      year: isOfYear ? null : ofYear(publication, id, domain),
      answers: countedAnswers(publication, indicator, whole),
      method: publication.method,
      weights:
        publication.method.weighting.districts.find(({ district }) => district === place.district?.number) ??
        null,
      comparedDistricts: ofIndicator.filter((entry) => /^D\d\d$/.test(entry.domain)).length,
      flags:
        place.group === null
          ? evidenceOf(database, publication, flagsOn(publication, id, place.district?.number))
          : [],
      counts: comparisonCounts(publication),
      minimumAnswers,
      parts: ofIndicator
        .map((entry) => entry.domain)
        .filter((key) => (partsFrom ? partsFrom.test(key) : key.startsWith(`${domain}|`))),
    },
  };
}

function ofYear(publication: PublicationDocument, indicator: string, domain: string): FigureMade['year'] {
  const estimate = yearFigure(publication, indicator, domain);
  const pooledWith = publication.rollingYear?.pooledWith;
  return estimate && pooledWith !== undefined ? { pooledWith, estimate } : null;
}

/** `D01|sex:F` → district 1, women. */
export function figurePlace(domain: string): FigurePlace {
  const [first = '', second = null] = domain.split('|');
  const found = districts.find(({ number }) => districtKey(number) === first);
  const group = found ? second : first === 'city' ? null : first;
  return { domain, district: found ? districtByNumber(found.number) : null, group };
}

function flagsOn(
  { flags }: PublicationDocument,
  id: string,
  district: number | undefined,
): PublicationDocument['flags'] {
  return [...leadingFlags({ flags }), ...leadingImprovements({ flags })].filter(
    (flag) => flag.indicator === id && flag.district === district,
  );
}

function countedAnswers(
  { distributions }: PublicationDocument,
  { derivedFrom }: PublishedIndicator,
  domain: string,
): CountedAnswers | null {
  if (!derivedFrom) return null;
  const ofVariable = distributions.filter(({ variable }) => variable === derivedFrom.variable);
  const described = ofVariable.find((entry) => entry.domain === domain) ?? ofVariable[0];
  if (!described) return null;
  const labelled = (codes: readonly number[]) =>
    described.answers.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
  const others = derivedFrom.baseCodes.filter((code) => !derivedFrom.codes.includes(code));
  return { counted: labelled(derivedFrom.codes), others: labelled(others) };
}
