import type { AskedDistribution } from '#app/use-cases/results/report-topics.server.ts';
import type { PublishedAnswer } from '#core/publication/published-distribution.ts';
import { isMissingCode } from '#core/questionnaire/missing-codes.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { intervalWords, valueWords } from '../charts/figure-words.ts';
import { TableBox } from '../page/table-box.tsx';
import { ShareBar, toneOf } from './share-bar.tsx';

interface AnswerSharesProps {
  distribution: AskedDistribution;
  place: string;
  /** The wave in words. */
  wave: string;
}

/**
 * The answers to one question: a stacked bar over its table, "hard to say" and the like apart from the scale.
 */
export function AnswerShares({ distribution, place, wave }: AnswerSharesProps) {
  const { t, language } = useTranslator();
  const { asked, n, answers } = distribution;
  const caption = t('results:district.answers.caption', { question: asked[language], place, wave });
  const hasHidden = answers.some(({ share }) => share === null);
  if (n === null) {
    return (
      <p className="answers-hidden">
        {caption}: {t('results:district.answers.allHidden')}
      </p>
    );
  }
  const onScale = answers.filter(({ code }) => !isMissingCode(code));
  const apart = answers.filter(({ code }) => isMissingCode(code));
  return (
    <TableBox label={caption}>
      <table className="answers-table">
        <caption>
          {caption}. {t('results:district.answers.base', { n: formatNumber(language, n) })}
          {hasHidden
            ? `. ${t('results:district.answers.hiddenWhy')} ${t('results:district.answers.hiddenBar')}`
            : ''}
          <ShareBar onScale={onScale} apart={apart} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('results:district.answers.answer')}</th>
            <th scope="col" className="number">
              {t('results:trend.column.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {onScale.map((answer, index) => (
            <AnswerRow key={answer.code} answer={answer} n={n} tone={toneOf(index, onScale.length)} />
          ))}
        </tbody>
        {apart.length > 0 ? (
          <tbody className="answers-apart">
            {apart.map((answer) => (
              <AnswerRow key={answer.code} answer={answer} n={n} tone="apart" />
            ))}
          </tbody>
        ) : null}
      </table>
    </TableBox>
  );
}

function AnswerRow({ answer, n, tone }: { answer: PublishedAnswer; n: number; tone: string }) {
  const translator = useTranslator();
  const { t, language } = translator;
  return (
    <tr>
      <th scope="row">
        <span className={`answer-key answer-${tone}`} aria-hidden="true" />
        {answer.label[language]}
      </th>
      <td className="number">
        {answer.share === null ? t('results:district.answers.hidden') : shareWords(translator, answer, n)}
      </td>
    </tr>
  );
}

/** `36 % (33–39)`. */
function shareWords(translator: Translator, { share, lower, upper }: PublishedAnswer, n: number): string {
  const words = valueWords(translator, 'share', share ?? 0, n);
  if (lower === null || upper === null) return words;
  return `${words} (${intervalWords(translator, 'share', lower, upper, n)})`;
}
