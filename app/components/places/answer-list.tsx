import type { WordedCount } from '#app/use-cases/results/places/place-page.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { peopleWords } from '../map/people-words.ts';

interface AnswerListProps {
  id: string;
  title: string;
  answers: readonly WordedCount[];
}

/** What people said of a place, most frequent first, with how many said it. */
export function AnswerList({ id, title, answers }: AnswerListProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  return (
    <section aria-labelledby={id} className="place-answers">
      <h3 id={id}>{title}</h3>
      {answers.length === 0 ? (
        <p>{t('places:answers.none')}</p>
      ) : (
        <ol>
          {answers.map(({ label, people }) => (
            <li key={label[language]}>
              {label[language]}{' '}
              <span className="soft">
                {t('places:answers.people', { people: peopleWords(translator, people, '') })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
