import { city } from '#city/city.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { waveWords } from '../components/page/wave-words.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import type { Translator } from '../i18n/translate.ts';

/** What a file says of where it is from. */
export interface CitedPublication {
  publicationId: string;
  wave: PublishedWave;
  /** Where the publication is found for good, with the host. */
  address: string;
  /** The publication that has replaced it. */
  replacedBy: { publicationId: string; note: string | null } | null;
}

/** One sentence to be copied into a report, with the permanent address. */
export function citationWords(translator: Translator, cited: CitedPublication): string {
  const { t, language } = translator;
  const { wave, publicationId, address } = cited;
  const text = t('exports:citation.text', {
    city: city.nameGenitive[language],
    wave: waveWords(translator, wave),
    n: formatNumber(language, wave.respondents),
    publication: publicationId,
    day: formatDay(language, wave.publishedOn),
    address,
  });
  return wave.synthetic ? `${text} ${t('exports:citation.synthetic')}` : text;
}

/** Source, people, days and address of a publication, each with its name. */
export function publicationFacts(translator: Translator, cited: CitedPublication): [string, string][] {
  const { t, language } = translator;
  const { wave, publicationId, address, replacedBy } = cited;
  const about = (key: string) => t(`exports:about.${key}`);
  const day = (value: string) => formatDay(language, value);
  return [
    [about('source'), t('exports:about.sourceOf', { city: city.nameGenitive[language] })],
    ...(wave.synthetic ? [[about('synthetic'), about('syntheticWhat')] as [string, string]] : []),
    [about('wave'), waveWords(translator, wave)],
    [
      about('fieldwork'),
      t('exports:about.fieldworkDays', { from: day(wave.fieldworkFrom), to: day(wave.fieldworkTo) }),
    ],
    [about('respondents'), formatNumber(language, wave.respondents)],
    [
      about('publication'),
      t('exports:about.publicationOf', { publication: publicationId, day: day(wave.publishedOn) }),
    ],
    ...(replacedBy ? [[about('replaced'), replacedWords(translator, replacedBy)] as [string, string]] : []),
    [about('address'), address],
    [about('citation'), citationWords(translator, cited)],
  ];
}

/** That a newer publication stands in its place, and why. */
export function replacedWords(
  { t }: Translator,
  { publicationId, note }: NonNullable<CitedPublication['replacedBy']>,
): string {
  return note === null
    ? t('exports:publication.replacedNoNote', { publication: publicationId })
    : t('exports:publication.replaced', { publication: publicationId, note });
}

/** Publication, day and address, as a last line inside a picture. */
export function pictureNote(translator: Translator, cited: CitedPublication): string {
  const { t, language } = translator;
  const { publicationId, wave, address, replacedBy } = cited;
  const day = formatDay(language, wave.publishedOn);
  const words = t('exports:picture.note', { publication: publicationId, day, address });
  return [
    words,
    ...(wave.synthetic ? [t('exports:citation.synthetic')] : []),
    ...(replacedBy ? [replacedWords(translator, replacedBy)] : []),
  ].join(' ');
}

/** Where the outlines of a map are from. */
export function boundaryNote({ language }: Translator): string {
  return `${city.boundarySource[language]}.`;
}
