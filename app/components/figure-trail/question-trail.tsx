import type { FigureMade } from '#app/use-cases/results/figure-report.server.ts';
import { withWhatItPointsTo } from '#city/question-words.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { Facts } from './facts.tsx';

/** What was asked, of whom, and which answers count. */
export function QuestionTrail({ made: { indicator, answers } }: { made: FigureMade }) {
  const { t, language } = useTranslator();
  const list = (labels: FigureMadeLabels) => (
    <ul className="plain-list">
      {labels.map((label) => (
        <li key={label.pl}>
          <q>{label[language]}</q>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="trail-question">
      <h2 id="trail-question">{t('method:figure.question.title')}</h2>
      <Facts
        facts={[
          [
            t('method:figure.question.asked'),
            withWhatItPointsTo(indicator.derivedFrom?.variable, indicator.question[language], language),
          ],
          [t('method:figure.question.base'), indicator.base[language]],
          ...(answers
            ? ([
                [t('method:figure.question.counts'), list(answers.counted)],
                [t('method:figure.question.others'), answers.others.length > 0 ? list(answers.others) : '–'],
              ] as const)
            : []),
        ]}
      />
      {answers ? null : <p>{t('method:figure.question.several')}</p>}
    </section>
  );
}

type FigureMadeLabels = NonNullable<FigureMade['answers']>['counted'];
