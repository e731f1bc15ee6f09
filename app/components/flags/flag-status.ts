import type { PublishedFlag } from '#core/flagging/flag.ts';
import { isFlagged } from '#core/flagging/status.ts';
import type { Translator } from '../../i18n/translate.ts';

/**
 * What a flag's history made of it, with the reason where the history beside it shows flags that did not
 * count.
 */
export function statusWords(
  { t }: Translator,
  { status, basis, history, pooledWith }: Pick<PublishedFlag, 'status' | 'basis' | 'history' | 'pooledWith'>,
): string {
  const wasFlagged = history.some(({ severity }) => isFlagged(severity));
  const ofWave = status === 'new' && wasFlagged ? 'newAgain' : status;
  // Years that share a wave do not confirm each other, so a year's history is told of years.
  const ofYear = status !== 'new' || wasFlagged ? `${status}Year` : status;
  if (status === 'recovering') {
    // "Flag" before it would read, beside "Lifted", as of a flag that there is.
    const isShared = pooledWith !== null && history[0]?.waveId === pooledWith;
    return t(
      `results:flag.status.${isShared ? 'recoveringShared' : basis === 'rolling-year' ? ofYear : ofWave}`,
    );
  }
  const words = t(`results:flag.status.${basis === 'rolling-year' ? ofYear : ofWave}`);
  return t('results:flag.statusOf', { status: words });
}
