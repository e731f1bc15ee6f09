import type { BridgedLevel } from '#core/analysis/bridged-levels.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { HistorySeries } from '../../use-cases/results/published-history.server.ts';
import type { SeriesBridge } from '../../use-cases/results/series-bridge.server.ts';
import { TableBox } from '../page/table-box.tsx';
import { isOtherSeason, waveIdWords, waveWords } from '../page/wave-words.ts';
import { levelWords, withBridges } from './bridge-picture.ts';
import { ChartCanvas, WithoutPicture } from './chart-canvas.tsx';
import { directedWords, endsOf } from './directed-words.ts';
import { estimateWords, qualityWords, restFigureWords } from './figure-words.ts';
import { withHistory } from './history-picture.ts';
import { breakWords, fitted, sourceWords, type TrendSubject, trendPicture } from './trend-picture.ts';
import { breakBefore, inTime, type WaveBreak, type WaveFigure } from './trend-series.ts';

interface TrendChartProps extends TrendSubject {
  before?: HistorySeries | null;
  /** Bridges whose levels are shown beside the published figures. */
  bridges?: readonly SeriesBridge[];
}

/** A trend as a picture over its table; the table is the truth and is there without scripts. */
export function TrendChart({ before, bridges = [], ...subject }: TrendChartProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { indicator, figures, notAsked, rule, withRest = false } = subject;
  const own = withBridges(translator, trendPicture(translator, subject), subject, bridges);
  const levels = bridges.flatMap((bridge) => bridge.levels);
  const picture = fitted(translator, before ? withHistory(translator, own, before) : own);
  const places = inTime(figures, notAsked);
  const rows = places
    .map((place, index) => ({ ...place, found: breakBefore(places, index, rule.maximumModeShift) }))
    .reverse();
  if (figures.length === 0) return <p className="empty-note">{t('results:trend.none')}</p>;
  return (
    <figure className="chart">
      {picture.runs.length > 0 ? (
        <ChartCanvas drawn={{ kind: 'trend', picture }} summary={picture.title} />
      ) : null}
      <WithoutPicture>
        {picture.title}. {sourceWords(translator, figures)}
      </WithoutPicture>
      <TableBox label={picture.title}>
        <table className="trend-table stacked">
          <caption>
            {t('results:trend.table')} {t('results:trend.note.baseOnly', { base: indicator.base[language] })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('results:trend.column.wave')}</th>
              <th scope="col" className="number">
                {t(`results:trend.column.${indicator.kind}`)}
              </th>
              {levels.length > 0 ? (
                <th scope="col" className="number bridged">
                  {t('results:bridge.column')}
                </th>
              ) : null}
              {withRest ? (
                <th scope="col" className="number">
                  {t('results:map.column.restFigure')}
                </th>
              ) : null}
              <th scope="col" className="number">
                {t('results:trend.column.n')}
              </th>
              <th scope="col" className="trend-change">
                {t('results:trend.column.change')}
              </th>
              <th scope="col">{t('results:trend.column.modes')}</th>
              <th scope="col">{t('results:trend.column.remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ wave, figure, found }) =>
              figure ? (
                <TrendRow key={wave.waveId} figure={figure} found={found} subject={subject} levels={levels} />
              ) : (
                <tr key={wave.waveId}>
                  <th scope="row">{waveWords(translator, wave)}</th>
                  <td className="number">{t('results:trend.notAsked')}</td>
                  {levels.length > 0 ? <td className="number">–</td> : null}
                  {withRest ? <td className="number">–</td> : null}
                  <td className="number">–</td>
                  <td>{t('results:trend.noChange')}</td>
                  <td>{modesWords(translator, wave.modes)}</td>
                  <td />
                </tr>
              ),
            )}
          </tbody>
        </table>
      </TableBox>
    </figure>
  );
}

interface TrendRowProps {
  figure: WaveFigure;
  /** What parts it from the wave before. */
  found: WaveBreak | null;
  subject: TrendSubject;
  /** All bridged levels of the trend; empty when none are shown. */
  levels: readonly BridgedLevel[];
}

function TrendRow({ figure, found, subject, levels }: TrendRowProps) {
  const translator = useTranslator();
  const { language } = translator;
  const { wave, estimate } = figure;
  const { kind } = subject.indicator;
  const breaks = found?.reasons.map((reason) => breakWords(translator, reason)) ?? [];
  const level = levels.find((other) => other.wave.waveId === wave.waveId);
  const label = (column: string) => translator.t(`results:trend.column.${column}`);
  const { change } = estimate;
  const season = change && isOtherSeason(wave.waveId, change.against);
  const remarks = [
    ...breaks,
    season ? translator.t('results:trend.otherSeason') : null,
    qualityWords(translator, estimate),
  ];
  return (
    <tr>
      <th scope="row" className="nowrap">
        {waveWords(translator, wave)}
      </th>
      <td className="number" data-label={label(kind)}>
        {estimateWords(translator, kind, estimate)}
      </td>
      {levels.length > 0 ? (
        <td className="number bridged" data-label={translator.t('results:bridge.column')}>
          {level ? levelWords(translator, kind, level, estimate.n) : '–'}
        </td>
      ) : null}
      {subject.withRest ? (
        <td className="number" data-label={translator.t('results:map.column.restFigure')}>
          {restFigureWords(translator, kind, estimate) ?? '–'}
        </td>
      ) : null}
      <td className="number" data-label={label('n')}>
        {estimate.n === null ? '–' : formatNumber(language, estimate.n)}
      </td>
      <td data-label={label('change')}>{changeWords(translator, subject.indicator, figure)}</td>
      <td data-label={label('modes')}>{modesWords(translator, wave.modes)}</td>
      <td>{remarks.filter((remark) => remark !== null).join(' ')}</td>
    </tr>
  );
}

function changeWords(
  translator: Translator,
  indicator: TrendSubject['indicator'],
  { estimate }: WaveFigure,
): string {
  const { change, n } = estimate;
  if (!change) return translator.t('results:trend.noChange');
  const { value, interval } = directedWords(translator, {
    ...change,
    kind: indicator.kind,
    n,
    ends: endsOf(indicator),
  });
  const wave = waveIdWords(translator, change.against);
  return `${value} (${interval}) ${translator.t('results:district.against', { wave })}`;
}

/** `web 70 %, phone 30 %`: shares of respondents. */
export function modesWords({ t, language }: Translator, modes: WaveFigure['wave']['modes']): string {
  return modes
    .filter(({ share }) => share >= 0.005)
    .map(({ mode, share }) => `${t(`results:trend.mode.${mode}`)} ${formatShare(language, share, 0)}`)
    .join(', ');
}
