import { minimumAnswers, minimumInCell } from '../estimation/intervals/minimum-base.ts';
import type { DescribedCell } from '../places/mention-map.ts';
import { mentionBands } from '../publication/places/mention-bands.ts';
import type { PublishedMentionCell } from '../publication/places/published-mention-cell.ts';
import type { ReplacedPublication } from './cell-suppression/primary.ts';

/** Scores from here up, and from minus this down, are told apart from the rest of the map. */
const tellingScore = 2;

/**
 * The map of mentions as it may be shown: cells in which at least five people called a place unsafe, people
 * in bands, and of the score only on which side it lies, because exact scores of overlapping windows could be
 * solved for the cells that are hidden. In a correction a cell keeps hidden what was hidden before, and is
 * hidden when it rests on almost the same people.
 */
export function publishableMentionCells(
  cells: readonly DescribedCell[],
  replaced: ReplacedPublication | null,
): PublishedMentionCell[] {
  const shownBefore = replaced?.published.mentionCells.map(({ cell }) => cell);
  const before = new Map(
    replaced?.exact.mentionCells.map(({ cell, unsafeRespondents }) => [cell, unsafeRespondents]),
  );
  const isShown = ({ cell, unsafeRespondents }: DescribedCell): boolean => {
    if (unsafeRespondents < minimumInCell) return false;
    if (!shownBefore) return true;
    const difference = Math.abs(unsafeRespondents - (before.get(cell) ?? 0));
    return shownBefore.includes(cell) && (difference === 0 || difference >= minimumAnswers);
  };
  return cells.flatMap((described) => {
    const { cell, unsafeRespondents, score } = described;
    const people = mentionBands.findLast((band) => band <= unsafeRespondents);
    if (score === null || people === undefined || !isShown(described)) return [];
    return [{ cell, people, standing: standingOf(score) }];
  });
}

function standingOf(score: number): PublishedMentionCell['standing'] {
  if (score >= tellingScore) return 'above';
  return score <= -tellingScore ? 'below' : 'near';
}
