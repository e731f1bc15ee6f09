import type { ListedTopic } from '#app/use-cases/results/report-topics.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';

interface TopicListProps {
  topics: readonly ListedTopic[];
  linkOf(topic: string): string;
}

/** The topics with what is in each, which stands on a page of its own. */
export function TopicList({ topics, linkOf }: TopicListProps) {
  const translator = useTranslator();
  return (
    <ul className="topic-list">
      {topics.map((topic) => (
        <li key={topic.topic}>
          <a href={linkOf(topic.topic)}>{topicName(translator, topic)}</a>{' '}
          <span className="topic-counts">{countsWords(translator, topic)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The name of a topic, or that its questions belong to none. */
export function topicName({ t, language }: Translator, { name }: Pick<ListedTopic, 'name'>): string {
  return name === null ? t('results:district.answers.other') : name[language];
}

/**
 * How many indicators, and how many of them the test sets apart from the rest of the city; where two of these
 * are made of one question, as a share and its rest are, of how many questions.
 */
function countsWords({ t }: Translator, topic: ListedTopic): string {
  const apart = (['worse', 'better'] as const).flatMap((end) => {
    const count = topic[end].indicators;
    if (count === 0) return [];
    const indicators = t(`results:district.counts.${end}`, { count });
    if (topic[end].questions === count) return [indicators];
    return [t('results:district.counts.ofQuestions', { indicators, count: topic[end].questions })];
  });
  const held = (['indicators', 'questions'] as const).flatMap((what) =>
    topic[what] === 0 ? [] : [t(`results:district.counts.${what}`, { count: topic[what] })],
  );
  return [...held, ...apart].join(' · ');
}
