import { questionWords } from '#city/question-words.ts';
import type { Judgement, Standing } from '#core/analysis/rest-comparison.ts';
import type { LocalisedText } from '#core/language.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedDistribution } from '#core/publication/published-distribution.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';

/** What the pages draw of an indicator: its words, without what only a codebook needs. */
export type ShownIndicator = Pick<
  PublishedIndicator,
  'id' | 'kind' | 'direction' | 'headline' | 'name' | 'base'
> & {
  /**
   * The one question that it is made of, which another indicator may be the reverse of; null where there are
   * several.
   */
  variable: string | null;
};

/** What a form needs to offer an indicator. */
export type IndicatorChoice = Pick<PublishedIndicator, 'id' | 'page' | 'topic' | 'headline' | 'name'>;

export interface IndicatorRow {
  indicator: ShownIndicator;
  estimate: PublishedEstimate | null;
  /** Of the wave alone, where the estimate is of two waves together. */
  alone: PublishedEstimate | null;
  /** Against the rest of the city; null for the city itself. */
  standing: Standing | null;
  judgement: Judgement;
}

/** How much of a topic a test sets apart from the rest of the city. */
export interface TopicApart {
  indicators: number;
  /** Of which the indicators are made: a share and its rest are of one. */
  questions: number;
}

/** A page of the questionnaire: what is in it, before it is opened. */
export interface ListedTopic {
  topic: string;
  /** Null for the questions that no indicator is made of alone. */
  name: LocalisedText | null;
  indicators: number;
  /** Questions whose answers are published. */
  questions: number;
  worse: TopicApart;
  better: TopicApart;
}

/** The answers to a question, with its words where the title of a part does not say them. */
export interface AskedDistribution extends PublishedDistribution {
  asked: LocalisedText;
}

/** A topic with everything that is published of it. */
export interface OpenedTopic {
  topic: string;
  name: LocalisedText | null;
  rows: IndicatorRow[];
  distributions: AskedDistribution[];
}

/**
 * The indicators of one place: the headline ones, the others that a test sets apart from the rest of the
 * city, and all of them by topic, each of which has a page of its own.
 */
export interface ReportIndicators {
  headline: IndicatorRow[];
  apart: IndicatorRow[];
  topics: ListedTopic[];
  choices: IndicatorChoice[];
}

/** The topic of questions that no indicator is made of alone. */
export const otherQuestions = 'other-questions';

/** What is read of an indicator in one place. */
export type IndicatorReading = (indicator: PublishedIndicator) => Omit<IndicatorRow, 'indicator'>;

/** @param domain  `city`, `D01` */
export function reportIndicators(
  publication: PublicationDocument,
  domain: string,
  reading: IndicatorReading,
): ReportIndicators {
  const { indicators } = publication;
  const rows = indicators.map((indicator) => ({
    page: indicator.page,
    row: { indicator: shown(indicator), ...reading(indicator) },
  }));
  const asked = questionsByTopic(publication, domain);
  const pages = new Map(indicators.map(({ page, topic }) => [page, topic]));
  const topics = [...pages].map(([topic, name]) =>
    listed(
      { topic, name },
      rows.flatMap(({ page, row }) => (page === topic ? [row] : [])),
      asked.get(topic) ?? [],
    ),
  );
  const others = asked.get(otherQuestions) ?? [];
  if (others.length > 0) topics.push(listed({ topic: otherQuestions, name: null }, [], others));
  return {
    headline: rows.flatMap(({ row }) => (row.indicator.headline ? [row] : [])),
    apart: rows.flatMap(({ row }) => (!row.indicator.headline && isApart(row) ? [row] : [])),
    topics,
    choices: indicators.map(({ id, page, topic, headline, name }) => ({ id, page, topic, headline, name })),
  };
}

/** One topic with everything that is published of it in a place; null when the wave does not have it. */
export function openedTopic(
  publication: PublicationDocument,
  { topic, domain }: { topic: string; domain: string },
  reading: IndicatorReading,
): OpenedTopic | null {
  const own = publication.indicators.filter(({ page }) => page === topic);
  const questions = questionsByTopic(publication, domain).get(topic) ?? [];
  if (own.length === 0 && questions.length === 0) return null;
  return {
    topic,
    name: own[0]?.topic ?? null,
    rows: own.map((indicator) => ({ indicator: shown(indicator), ...reading(indicator) })),
    distributions: withWords(publication, questions, domain),
  };
}

export function shown(indicator: PublishedIndicator): ShownIndicator {
  const { id, kind, direction, headline, name, base, derivedFrom } = indicator;
  return { id, kind, direction, headline, name, base, variable: derivedFrom?.variable ?? null };
}

function isApart({ standing }: IndicatorRow): boolean {
  return standing === 'higher' || standing === 'lower';
}

function listed(
  { topic, name }: Pick<ListedTopic, 'topic' | 'name'>,
  rows: readonly IndicatorRow[],
  questions: readonly PublishedDistribution[],
): ListedTopic {
  const apart = (end: 'worse' | 'better'): TopicApart => {
    const found = rows.filter(({ judgement }) => judgement === end);
    const made = new Set(found.map(({ indicator }) => indicator.variable ?? indicator.id));
    return { indicators: found.length, questions: made.size };
  };
  const [worse, better] = [apart('worse'), apart('better')];
  return { topic, name, indicators: rows.length, questions: questions.length, worse, better };
}

/** Published answers by the page of an indicator that is made of them. */
function questionsByTopic(
  { indicators, distributions }: PublicationDocument,
  domain: string,
): Map<string, PublishedDistribution[]> {
  const pageOf = new Map(
    indicators.flatMap(({ derivedFrom, page }) =>
      derivedFrom ? [[derivedFrom.variable, page] as const] : [],
    ),
  );
  const topics = new Map<string, PublishedDistribution[]>();
  for (const distribution of distributions) {
    if (distribution.domain !== domain) continue;
    const topic = pageOf.get(distribution.variable) ?? otherQuestions;
    topics.set(topic, [...(topics.get(topic) ?? []), distribution]);
  }
  return topics;
}

function withWords(
  { indicators, distributions }: PublicationDocument,
  questions: readonly PublishedDistribution[],
  domain: string,
): AskedDistribution[] {
  const fullWords = new Map(
    indicators.flatMap(({ derivedFrom, question }) =>
      derivedFrom ? [[derivedFrom.variable, question] as const] : [],
    ),
  );
  const ofDomain = distributions.filter((distribution) => distribution.domain === domain);
  return questions.map((distribution) => ({
    ...distribution,
    asked: questionWords(distribution, fullWords.get(distribution.variable), ofDomain),
  }));
}
