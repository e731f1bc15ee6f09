import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { LegendStep } from '../../map/map-legend.tsx';
import { CameraMarks } from '../camera-marks.tsx';

/**
 * The surroundings of a proposal to scale: its place, cameras that there are, how far a camera counts as
 * near.
 */
export function PlaceSketchFigure({ page: { proposal, sketch, metres, near } }: { page: ProposalPage }) {
  const { t, language } = useTranslator();
  const { reach, borders, cells, cameras, stops } = sketch;
  const kinds = cameraKinds.filter((kind) => cameras.some((camera) => camera.kind === kind));
  const total = near.reduce((sum, { count }) => sum + count, 0);
  const title = t('cameras:sketch.title', {
    place: proposal.placeName,
    count: total,
    n: formatNumber(language, total),
    metres: formatNumber(language, metres),
  });
  return (
    <figure className="place-sketch">
      <svg viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`} role="img" aria-label={title}>
        <rect className="sketch-ground" x={-reach} y={-reach} width={2 * reach} height={2 * reach} />
        {borders.map(({ number, path }) => (
          <path key={number} className="sketch-border" d={path} />
        ))}
        {cells === '' ? (
          <circle className="sketch-reach" r={metres} />
        ) : (
          <path className="sketch-cells" d={cells} />
        )}
        {stops.map(({ name, x, y }) => (
          <g key={`${name} ${x} ${y}`} transform={`translate(${x} ${y})`}>
            <circle className="sketch-stop" r="5" />
            <text
              className="sketch-stop-name"
              x={x > reach / 2 ? -10 : 10}
              y="6"
              textAnchor={x > reach / 2 ? 'end' : 'start'}
            >
              {name}
            </text>
          </g>
        ))}
        {kinds.map((kind) => (
          <CameraMarks
            key={kind}
            kind={kind}
            size={11}
            points={cameras.filter((camera) => camera.kind === kind)}
          />
        ))}
        <path className="sketch-proposal" d="M-16 0h32M0 -16v32" />
        <path className="sketch-scale" d={`M${reach - 120} ${reach - 24}v8h100v-8`} />
        <text className="sketch-scale-words" x={reach - 70} y={reach - 30}>
          {t('cameras:near.metres', { n: '100' })}
        </text>
      </svg>
      <figcaption>
        <strong>{title}</strong>
        <ul className="map-legend-steps">
          <LegendStep
            viewBox="-20 -20 40 40"
            pattern={<path className="sketch-proposal" d="M-16 0h32M0 -16v32" />}
            words={t('cameras:sketch.proposal')}
          />
          <LegendStep
            viewBox="-20 -20 40 40"
            pattern={<circle className={cells === '' ? 'sketch-reach' : 'sketch-cells'} r="15" />}
            words={t(cells === '' ? 'cameras:sketch.reach' : 'cameras:sketch.cells', {
              metres: formatNumber(language, metres),
            })}
          />
          {kinds.map((kind) => (
            <LegendStep
              key={kind}
              viewBox="-16 -16 32 32"
              pattern={<CameraMarks kind={kind} size={10} points={[{ x: 0, y: 0 }]} />}
              words={t(`cameras:kind.${kind}`)}
            />
          ))}
        </ul>
        <p className="source-note">{t('cameras:sketch.source')}</p>
      </figcaption>
    </figure>
  );
}
