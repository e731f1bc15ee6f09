import { useTranslator } from '../../i18n/context.tsx';
import { type Directed, directedWords } from '../charts/directed-words.ts';

/** A difference with its interval, in words. */
export function DirectedDifference(directed: Directed) {
  const { value, interval } = directedWords(useTranslator(), directed);
  return (
    <span className="difference">
      <span className="difference-value">{value}</span>{' '}
      <span className="figure-margin">{`(${interval})`}</span>
    </span>
  );
}
