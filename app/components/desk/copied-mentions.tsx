import { gazetteer } from '#city/gazetteer.ts';
import type { LocalisedText } from '#core/language.ts';
import { type CopiedPattern, isLarge } from '#core/places/copied-mentions.ts';
import { nearestEntry } from '#core/places/nearest-entry.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';

/** A pattern with its place and its answers in words. */
export interface CopiedMention {
  name: string;
  answers: LocalisedText[];
  people: number;
  of: number;
  expected: number;
  isLarge: boolean;
}

/** Words for what people said alike. */
export interface CopiedWords {
  reasons: readonly { code: number; label: LocalisedText }[];
  times: readonly { code: number; label: LocalisedText }[];
  fixes: readonly { code: number; label: LocalisedText }[];
}

export function copiedMention(pattern: CopiedPattern, words: CopiedWords): CopiedMention {
  const { latitude, longitude, people, of, expected } = pattern;
  const labels = (codes: readonly number[], choices: CopiedWords['reasons']) =>
    codes.flatMap((code) => choices.find((choice) => choice.code === code)?.label ?? []);
  return {
    name: nearestEntry({ latitude, longitude }, gazetteer)?.name ?? '–',
    answers: [
      ...labels(pattern.reasons, words.reasons),
      ...labels(pattern.times, words.times),
      ...labels(pattern.fixes, words.fixes),
    ],
    ...{ people, of, expected, isLarge: isLarge(pattern) },
  };
}

/** What looks copied among the places that residents named, for the firm's analyst; nothing is dropped. */
export function CopiedMentions({ patterns }: { patterns: readonly CopiedMention[] }) {
  const { t, language } = useTranslator();
  if (patterns.length === 0) return null;
  const label = t('fieldwork:publish.copied.title');
  return (
    <section aria-labelledby="copied-mentions">
      <h2 id="copied-mentions">{label}</h2>
      <p>{t('fieldwork:publish.copied.what')}</p>
      <TableBox label={label}>
        <table className="stacked">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork:publish.copied.place')}</th>
              <th scope="col">{t('fieldwork:publish.copied.answers')}</th>
              <th scope="col">{t('fieldwork:publish.copied.people')}</th>
              <th scope="col">{t('fieldwork:publish.copied.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {patterns.map((pattern) => (
              <tr key={JSON.stringify(pattern)}>
                <th scope="row">
                  {pattern.name}
                  {pattern.isLarge ? ` (${t('fieldwork:publish.copied.large')})` : ''}
                </th>
                <td data-label={t('fieldwork:publish.copied.answers')}>
                  {pattern.answers.map((answer) => answer[language]).join('; ')}
                </td>
                <td data-label={t('fieldwork:publish.copied.people')}>
                  {t('fieldwork:publish.copied.of', {
                    people: formatNumber(language, pattern.people),
                    of: formatNumber(language, pattern.of),
                  })}
                </td>
                <td data-label={t('fieldwork:publish.copied.expected')}>
                  {formatNumber(language, pattern.expected, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
