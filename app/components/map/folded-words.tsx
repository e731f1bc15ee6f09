import { useTranslator } from '../../i18n/context.tsx';

interface FoldedWordsProps {
  words: readonly string[];
  /** Names what is folded away, for a reader who hears the control alone. */
  about: string;
}

const shownFirst = 3;

/**
 * A list in a cell of a table: the first three, which come first for a reason, and the rest behind a click.
 */
export function FoldedWords({ words, about }: FoldedWordsProps) {
  const { t } = useTranslator();
  if (words.length === 0) return <>–</>;
  const first = words.length > shownFirst + 1 ? shownFirst : words.length;
  const more = words.slice(first);
  return (
    <>
      {words.slice(0, first).join('; ')}
      {more.length > 0 ? (
        <details className="folded-words">
          <summary>
            {t('results:places.more', { words: more.length })}
            <span className="visually-hidden">: {about}</span>
          </summary>
          {more.join('; ')}
        </details>
      ) : null}
    </>
  );
}
