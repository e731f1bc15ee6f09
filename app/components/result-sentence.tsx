import type { PublishedEstimate, PublishedIndicator } from '#core/publication/document.ts';
import { useTranslator } from '../i18n/context.tsx';
import { Figure } from './figure.tsx';

interface ResultSentenceProps {
  indicator: Pick<PublishedIndicator, 'kind' | 'result' | 'base'>;
  estimate: PublishedEstimate;
}

/** The indicator's own sentence with the figure in its place: margin, n and base come with it. */
export function ResultSentence({ indicator, estimate }: ResultSentenceProps) {
  const { language } = useTranslator();
  const [before = '', after = ''] = indicator.result[language].split('{{value}}');
  const base = indicator.base[language];
  const figure = <Figure estimate={estimate} kind={indicator.kind} base={lowerFirst(base)} />;
  if (estimate.value === null) return <p className="result-sentence">{figure}</p>;
  return (
    <p className="result-sentence">
      {before}
      {figure}
      {after}
    </p>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
