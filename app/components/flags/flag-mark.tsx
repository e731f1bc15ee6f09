import type { PublishedFlag } from '#core/flagging/flag.ts';
import { useTranslator } from '../../i18n/context.tsx';

export type FlagSign = 'repeated' | 'alert' | 'watch' | 'recovering' | 'insufficient';

/** What a flag is drawn and called as. An alert always needs intervention; a watch only when it repeats. */
export function flagSign({
  severity,
  needsIntervention,
}: Pick<PublishedFlag, 'severity' | 'needsIntervention'>): FlagSign {
  if (severity === 'none') return 'recovering';
  if (severity === 'insufficient') return 'insufficient';
  if (severity === 'alert') return 'alert';
  return needsIntervention ? 'repeated' : 'watch';
}

const shapes: Record<FlagSign, string> = {
  alert: 'M-4.2-10h8.4L10-4.2v8.4L4.2 10h-8.4L-10 4.2v-8.4z',
  repeated: 'M0-11 11 0 0 11-11 0z',
  watch: 'M0-11 11 0 0 11-11 0z',
  recovering: 'M0-9a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  insufficient: 'M-9-9H9V9H-9z',
};

const strokes: Record<FlagSign, string> = {
  alert: 'M0-5.5v6.5M0 4.4v.8',
  repeated: 'M0-5.5v6.5M0 4.4v.8',
  watch: 'M-4 0h8',
  recovering: 'M-4 .5-1 3.5 4.5-3',
  insufficient: 'M-5 5 5-5',
};

/** The shape of a flag around (0, 0), 20 units wide, for use inside an SVG. */
export function FlagShape({ sign }: { sign: FlagSign }) {
  return (
    <g className={`flag-shape flag-${sign}`}>
      <path className="flag-ground" d={shapes[sign]} />
      <path className="flag-stroke" d={strokes[sign]} />
    </g>
  );
}

/** A flag in text: shape and word, so that colour never speaks alone. */
export function FlagMark({ flag }: { flag: Pick<PublishedFlag, 'severity' | 'needsIntervention'> }) {
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
