import type { ReactNode } from 'react';
import type { ActReason, DistrictLine } from '#app/use-cases/results/overview/act-lines.ts';
import type { ActLine, OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { districtOrder } from '#core/flagging/flag-order.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { judgedOf } from '../figures/judged-of.ts';
import { FlagMark, FlagShape, flagSign } from '../flags/flag-mark.tsx';
import { placeOfDistrict } from '../map/district-label.ts';
import type { AxisScale } from './axis-scale.ts';
import { DifferenceAxis, DifferenceMark, type DrawnDifference, differenceScale } from './difference-axis.tsx';
import { sinceWords, sizeRange, sizeWords, thanWords } from './overview-words.ts';

interface ActLinesProps {
  report: Pick<OverviewReport, 'lines' | 'counts'>;
  districtPath(district: number, indicator: string): string;
  /** What stands under a district: what its residents want, and what is done. */
  under(line: ActLine): ReactNode;
}

const markOf: Record<ActReason['flag']['kind'], DrawnDifference['mark']> = {
  level: 'rest',
  deterioration: 'change',
  improvement: 'change',
  gap: 'gap',
  absolute: 'threshold',
};

/** The districts where to act, in order, every reason on one axis; or why none is there. */
export function ActLines({ report, districtPath, under }: ActLinesProps) {
  const { t } = useTranslator();
  const { lines, counts } = report;
  const drawn = lines.flatMap(({ reasons }) => reasons.flatMap((reason) => drawnOf(reason) ?? []));
  const scale = differenceScale(drawn);
  return (
    <>
      {lines.length > 0 ? (
        <>
          <div className="act-head">
            <p>{t('overview:act.axis')}</p>
            <DifferenceAxis scale={scale} />
          </div>
          <ol className="act-lines">
            {lines.map((line) => (
              <li key={line.district} className="act-line">
                <DistrictAct line={line} scale={scale} districtPath={districtPath} />
                {under(line)}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p className="notice">
          {t(judgedOf(counts).made === 0 ? 'overview:act.unjudged' : 'overview:act.none')}
        </p>
      )}
    </>
  );
}

interface DistrictActProps {
  line: DistrictLine;
  scale: AxisScale;
  districtPath: ActLinesProps['districtPath'];
}

function DistrictAct({ line, scale, districtPath }: DistrictActProps) {
  const { language } = useTranslator();
  const { district, reasons, burden } = line;
  const [first] = reasons;
  return (
    <>
      <h3>
        <a href={districtPath(district, first?.indicator.id ?? '')}>{placeOfDistrict(district)}</a>
      </h3>
      {reasons.map((reason, index) => {
        const isSame = reasons[index - 1]?.indicator.id === reason.indicator.id;
        const { kind, group } = reason.flag;
        return (
          <div key={`${kind} ${reason.indicator.id} ${group}`} className="act-reason">
            <p className="act-why">
              <ReasonSign flag={reason.flag} />{' '}
              {isSame ? null : <strong>{reason.indicator.name[language]}</strong>}{' '}
              <ReasonWords reason={reason} tellsPeople={burden === 0 && index === 0} />
            </p>
            <ReasonFigure reason={reason} scale={scale} />
          </div>
        );
      })}
    </>
  );
}

/** Against what, since when, how many people, of how many who were asked. */
function ReasonWords({ reason, tellsPeople }: { reason: ActReason; tellsPeople: boolean }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { flag, since } = reason;
  const people = flag.conservativeBurden
    ? t('overview:act.people', {
        count: flag.conservativeBurden,
        residents: formatNumber(language, flag.conservativeBurden),
      })
    : tellsPeople
      ? t('overview:act.noPeople')
      : null;
  const isNew = since.kind === 'new' || since.kind === 'again';
  return (
    <>
      {thanWords(translator, flag)}
      {' · '}
      <span className={isNew ? 'act-new' : undefined}>{sinceWords(translator, since)}</span>
      {people === null ? '' : ` · ${people}`}
      <span className="figure-base">{` · n\u00a0=\u00a0${formatNumber(language, flag.n ?? 0)}`}</span>
    </>
  );
}

/** How the lines are to be read: their order, the marks on the axis, and who is in each base. */
export function ActNote({ report: { lines, places } }: { report: Pick<OverviewReport, 'lines' | 'places'> }) {
  const { t } = useTranslator();
  const isWanted = [...lines.map(({ wishes }) => wishes), ...places.map(({ fixes }) => fixes)].some(
    (wishes) => wishes.length > 0,
  );
  const wanted = isWanted ? t('overview:act.wantBase') : '';
  if (lines.length === 0) return isWanted ? <p className="source-note">{wanted}</p> : null;
  const kinds = lines.flatMap(({ reasons }) => reasons.map(({ flag }) => flag.kind));
  const marks = [...new Set(kinds)].map((kind) => markOf[kind]);
  return (
    <p className="source-note">
      {t(`overview:act.order.${districtOrder(lines)}`)}{' '}
      {marks.map((mark) => t(`overview:act.mark.${mark}`)).join(' ')} <ReasonBases lines={lines} /> {wanted}
    </p>
  );
}

/** Who is in the base of each reason: said once for all that share one. */
function ReasonBases({ lines }: { lines: readonly DistrictLine[] }) {
  const { t, language } = useTranslator();
  const bases = new Map<string, Set<string>>();
  for (const { indicator } of lines.flatMap(({ reasons }) => reasons)) {
    const base = indicator.base[language];
    bases.set(base, (bases.get(base) ?? new Set()).add(indicator.name[language]));
  }
  return [...bases].map(([base, names]) => (
    <span key={base}>
      {t('overview:act.base', {
        names: [...names].map((name) => t('overview:quoted', { name })).join(', '),
        base,
      })}{' '}
    </span>
  ));
}

/** Under this heading an alert needs no word that is seen; a watch that came back says what it is. */
function ReasonSign({ flag }: Pick<ActReason, 'flag'>) {
  const { t } = useTranslator();
  const sign = flagSign(flag);
  if (sign !== 'alert') return <FlagMark flag={flag} />;
  return (
    <span className="flag-mark flag-mark-alert">
      <svg viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
        <FlagShape sign={sign} />
      </svg>
      <span className="visually-hidden">{t('results:flag.sign.alert')}: </span>
    </span>
  );
}

function ReasonFigure({ reason, scale }: { reason: ActReason; scale: AxisScale }) {
  const translator = useTranslator();
  const { flag, indicator } = reason;
  const drawn = drawnOf(reason);
  if (!drawn || flag.size === null || flag.lower === null || flag.upper === null) return null;
  const { size, lower, upper, n } = flag;
  return (
    <div className="act-figure">
      <DifferenceMark scale={scale} difference={drawn} />
      <p className="difference">
        {translator.t('overview:reason.withRange', {
          value: sizeWords(translator, indicator.kind, size, n),
          range: sizeRange(translator, indicator.kind, { difference: size, lower, upper }, n),
        })}
      </p>
    </div>
  );
}

function drawnOf({ flag, indicator }: ActReason): DrawnDifference | null {
  const { size, lower, upper } = flag;
  if (size === null || lower === null || upper === null) return null;
  const scale = indicator.kind === 'share' ? 100 : 1;
  return { value: size * scale, lower: lower * scale, upper: upper * scale, mark: markOf[flag.kind] };
}
