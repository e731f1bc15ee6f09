import type { PublicationDocument } from '../publication/document.ts';
import { estimateKey } from './cell-suppression/linked-groups.ts';

/**
 * Asks whether earlier publications show a figure of a wave: true, false where it is hidden in all of them,
 * undefined where it is in none.
 */
export function publicFigures(
  earlier: readonly Pick<PublicationDocument, 'wave' | 'estimates'>[],
): (waveId: string, indicator: string, domain: string) => boolean | undefined {
  const isShown = new Map<string, boolean>();
  for (const { wave, estimates } of earlier) {
    for (const { indicator, domain, quality } of estimates) {
      const key = `${wave.waveId} ${estimateKey(indicator, domain)}`;
      isShown.set(key, isShown.get(key) === true || quality !== 'suppressed');
    }
  }
  return (waveId, indicator, domain) => isShown.get(`${waveId} ${estimateKey(indicator, domain)}`);
}
