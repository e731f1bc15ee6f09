import type { PublishedAnswer } from '#core/publication/published-distribution.ts';

/** Shares side by side on one bar of 100 %; those that are no opinion stand after a gap. What is hidden stays blank. */
export function ShareBar({
  onScale,
  apart,
}: {
  onScale: readonly PublishedAnswer[];
  apart: readonly PublishedAnswer[];
}) {
  const gap = 1.5;
  let left = 0;
  const place = (answer: PublishedAnswer, tone: string) => {
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

/** A step of five from the first answer to the last. */
export function toneOf(index: number, count: number): string {
  return String(count < 2 ? 1 : 1 + Math.round((index * 4) / (count - 1)));
}
