import type { PublishedFlag } from '#core/flagging/flag.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { type FlagSign, flagShapes, flagStrokes } from './flag-shapes.ts';

/** What a flag's sign depends on; of kinds only an improvement has signs of its own. */
type Signed = Pick<PublishedFlag, 'severity' | 'needsIntervention'> & Partial<Pick<PublishedFlag, 'kind'>>;

/** What a flag is drawn and called as. An alert always needs intervention; a watch only when it repeats. */
export function flagSign({ kind, severity, needsIntervention }: Signed): FlagSign {
  if (severity === 'none') return 'recovering';
  if (severity === 'insufficient') return 'insufficient';
  if (kind === 'improvement') return severity === 'alert' ? 'improved' : 'improving';
  if (severity === 'alert') return 'alert';
  return needsIntervention ? 'repeated' : 'watch';
}

/** The shape of a flag around (0, 0), 20 units wide, for use inside an SVG. */
export function FlagShape({ sign }: { sign: FlagSign }) {
  return (
    <g className={`flag-shape flag-${sign}`}>
      <path className="flag-ground" d={flagShapes[sign]} />
      <path className="flag-stroke" d={flagStrokes[sign]} />
    </g>
  );
}

/** A flag in text: shape and word, so that colour never speaks alone. */
export function FlagMark({ flag }: { flag: Signed }) {
  const { t } = useTranslator();
  const sign = flagSign(flag);
  return (
    <span className={`flag-mark flag-mark-${sign}`}>
      <svg viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
        <FlagShape sign={sign} />
      </svg>
      {t(`results:flag.sign.${sign}`)}
    </span>
  );
}
