import type { QualityReason } from '../../publication/published-estimate.ts';
import { complementarySuppression } from './complementary.ts';
import { rememberedDomainSums } from './domain-sums.ts';
import { unprotectedCells } from './feasibility-audit.ts';
import { answerKey, estimateKey, linkedGroups, linkedTable } from './linked-groups.ts';
import {
  type ExactFigures,
  type PublishedFigures,
  primarySuppression,
  type ReplacedFigures,
} from './primary.ts';

/**
 * Cells that may not be shown, each with its reason: those hidden for their own sake, and with the
 * complements that protect them.
 */
export interface HiddenCells {
  primary: Map<string, QualityReason>;
  reasons: Map<string, QualityReason>;
}

/**
 * Primary and complementary suppression of everything that one sample tells, until the feasibility audit
 * finds every hidden content open by 5 people or more; the same against the figures that these replace.
 */
export function hiddenCells(figures: ExactFigures, replaced: ReplacedFigures | null): HiddenCells {
  const primary = primarySuppression(figures, replaced);
  const reasons = new Map(primary);
  const sumsOf = rememberedDomainSums();
  for (const group of linkedGroups(figures)) {
    const table = linkedTable(group, (key) => primary.has(key), sumsOf);
    for (const index of complementarySuppression(table))
      reasons.set(table.cells[index]?.key ?? '', 'complementary');
    if (replaced && isExposedByReplaced(group, reasons, replaced)) {
      for (const { key } of table.cells) if (!reasons.has(key)) reasons.set(key, 'complementary');
    }
  }
  for (const key of reasons.keys()) if (key.startsWith('remainder ')) reasons.delete(key);
  return { primary, reasons };
}

/** Whether knowing the old figures of cells that are hidden only now would give the others away. */
function isExposedByReplaced(
  group: ReturnType<typeof linkedGroups>[number],
  reasons: Map<string, QualityReason>,
  replaced: ReplacedFigures,
): boolean {
  const known = publicKeys(replaced.published);
  const table = linkedTable(group, (key) => reasons.has(key) && !known.has(key));
  return unprotectedCells(table).some((index) => !table.cells[index]?.key.startsWith('remainder '));
}

function publicKeys(published: PublishedFigures): Set<string> {
  const keys = new Set<string>();
  for (const { indicator, domain, quality } of published.estimates) {
    if (quality !== 'suppressed') keys.add(estimateKey(indicator, domain));
  }
  for (const { variable, domain, answers } of published.distributions) {
    for (const { code, share } of answers) if (share !== null) keys.add(answerKey(variable, domain, code));
  }
  return keys;
}
