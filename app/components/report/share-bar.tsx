import type { PublishedAnswer } from '#core/publication/published-distribution.ts';

/**
 * Shares side by side on one bar of 100 %; those that are no opinion stand after a gap. What is hidden is one
 * outlined part at the end: how large each of the hidden answers is, nobody is told.
 */
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
  const partsApart = apart.map((answer) => place(answer, 'apart'));
  return (
    <svg className="share-bar" aria-hidden="true" focusable="false">
      {parts}
      {partsApart}
      {[...onScale, ...apart].some(({ share }) => share === null) ? (
        <rect
          className="answer-part answer-rest"
          x={percent(left)}
          width={percent(100 - left)}
          height="100%"
        />
      ) : null}
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
