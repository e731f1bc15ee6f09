import type { PublishedDistribution } from '#core/publication/document.ts';
import { isMissingCode } from '#core/questionnaire/missing-codes.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare, shareDecimals } from '../../i18n/format.ts';
import { TableBox } from '../table-box.tsx';

type Answer = PublishedDistribution['answers'][number];

interface AnswerSharesProps {
  distribution: PublishedDistribution;
  place: string;
  designEffect: number;
}

/** The answers to one question: a stacked bar over its table, "hard to say" and the like apart from the scale. */
export function AnswerShares({ distribution, place, designEffect }: AnswerSharesProps) {
  const { t, language } = useTranslator();
  const { title, n, answers } = distribution;
  const caption = t('results:district.answers.caption', { question: title[language], place });
  if (n === null) {
    return (
      <p className="answers-hidden">
        {caption}: {t('results:figure.reason.few-respondents')}
      </p>
    );
  }
  const onScale = answers.filter(({ code }) => !isMissingCode(code));
  const apart = answers.filter(({ code }) => isMissingCode(code));
  return (
    <TableBox label={caption}>
      <table className="answers-table">
        <caption>
          {caption}.{' '}
          {t('results:district.answers.base', {
            n: formatNumber(language, n),
            margin: formatNumber(language, largestMargin(n, designEffect) * 100, 1),
          })}
          <ShareBar onScale={onScale} apart={apart} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('results:district.answers.answer')}</th>
            <th scope="col" className="number">
              {t('results:district.answers.share')}
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

function AnswerRow({ answer, n, tone }: { answer: Answer; n: number; tone: string }) {
  const { t, language } = useTranslator();
  return (
    <tr>
      <th scope="row">
        <span className={`answer-key answer-${tone}`} aria-hidden="true" />
        {answer.label[language]}
      </th>
      <td className="number">
        {answer.share === null
          ? t('results:district.answers.hidden')
          : formatShare(language, answer.share, shareDecimals(n))}
      </td>
    </tr>
  );
}

/** Shares side by side on one bar of 100 %; those that are no opinion stand after a gap. What is hidden stays blank. */
function ShareBar({ onScale, apart }: { onScale: readonly Answer[]; apart: readonly Answer[] }) {
  const gap = 1.5;
  let left = 0;
  const place = (answer: Answer, tone: string) => {
    const width = (answer.share ?? 0) * (100 - gap);
    const drawn = (
      <rect
        key={answer.code}
        className={`answer-part answer-${tone}`}
        x={percent(left)}
        width={percent(width)}
        height="100%"
      />
    );
    left += width;
    return drawn;
  };
  const parts = onScale.map((answer, index) => place(answer, toneOf(index, onScale.length)));
  left += gap;
  return (
    <svg className="share-bar" aria-hidden="true" focusable="false">
      {parts}
      {apart.map((answer) => place(answer, 'apart'))}
    </svg>
  );
}

/** A hundredth of a per cent is finer than any screen draws. */
function percent(part: number): string {
  return `${Number(part.toFixed(2))}%`;
}

/** Half the width of the 95 % interval of a share of one half: no other share of these answers has a wider one. */
function largestMargin(n: number, designEffect: number): number {
  return 1.96 * Math.sqrt((designEffect * 0.25) / n);
}

/** A step of five from the first answer to the last. */
function toneOf(index: number, count: number): string {
  return String(count < 2 ? 1 : 1 + Math.round((index * 4) / (count - 1)));
}
