import type { PublishedFlag } from '#core/flagging/flag.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { waveIdWords } from '../page/wave-words.ts';
import { FlagShape, flagSign } from './flag-mark.tsx';
import type { FlagSign } from './flag-shapes.ts';

function signOf(kind: PublishedFlag['kind'], severity: PublishedFlag['severity']): FlagSign | null {
  return severity === 'none' ? null : flagSign({ kind, severity, needsIntervention: false });
}

/** The same flag over the waves, newest first. */
export function FlagHistory({ flag, waveId }: { flag: PublishedFlag; waveId: string }) {
  const translator = useTranslator();
  const { t } = translator;
  const told = flag.kind === 'improvement' ? 'improvement' : 'severity';
  const waves = [{ waveId, severity: flag.severity }, ...flag.history];
  return (
    <ol className="flag-history">
      {waves.map((wave) => {
        const sign = signOf(flag.kind, wave.severity);
        return (
          <li key={wave.waveId}>
            <svg viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
              {sign ? <FlagShape sign={sign} /> : <circle className="flag-none" r="4" />}
            </svg>
            {waveIdWords(translator, wave.waveId)}: {t(`results:flag.${told}.${wave.severity}`)}
          </li>
        );
      })}
    </ol>
  );
}
