import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/context.tsx';

export interface FlagFact {
  key: string;
  name: string;
  value: ReactNode;
}

/** Facts shown at once where there are many; one more is shown rather than folded away alone. */
const shownFirst = 3;

/** What a flag rests on: the first three facts, and the rest behind a click where there are many. */
export function FlagFacts({ facts }: { facts: readonly FlagFact[] }) {
  const { t } = useTranslator();
  const first = facts.length > shownFirst + 1 ? shownFirst : facts.length;
  const more = facts.slice(first);
  return (
    <>
      <FactList facts={facts.slice(0, first)} />
      {more.length > 0 ? (
        <details className="flag-more">
          <summary>{t('results:flags.more', { facts: more.length })}</summary>
          <FactList facts={more} />
        </details>
      ) : null}
    </>
  );
}

/** What a flag rests on, fact by fact. */
export function FactList({ facts }: { facts: readonly FlagFact[] }) {
  return (
    <dl className="flag-evidence">
      {facts.map(({ key, name, value }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
