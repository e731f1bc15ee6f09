import type { CityReport } from '#app/use-cases/results/city-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { waveAt } from '../charts/trend-series.ts';
import { TrailLink } from '../figure-trail/trail-link.tsx';
import { Figure } from '../figures/figure.tsx';
import { ShownFigure } from '../figures/shown-figure.tsx';
import { yearWords } from '../figures/year-note.tsx';
import { TableBox } from '../page/table-box.tsx';
import { waveWords } from '../page/wave-words.ts';

interface HeadlineWavesProps {
  headlines: CityReport['headlines'];
  /** Two waves whose figures together come first; null where one wave is enough. */
  year: { waveId: string; pooledWith: string } | null;
  place: string;
  linkOf(indicator: string): string;
  trailOf(indicator: string, wave: string): string;
  /** The same of two waves together. */
  yearTrailOf(indicator: string): string;
}

/** The headline indicators over the waves, newest first: figure, interval and n in every cell. */
export function HeadlineWaves({ headlines, year, place, linkOf, trailOf, yearTrailOf }: HeadlineWavesProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const waves = new Map(
    headlines.flatMap(({ points }) => points.map(({ wave }) => [wave.waveId, wave] as const)),
  );
  const columns = [...waves.values()].sort((a, b) => waveAt(b) - waveAt(a));
  const caption = t('results:city.headlines.caption', { place });
  return (
    <TableBox label={caption}>
      <table className="indicator-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:district.table.indicator')}</th>
            {year ? <th scope="col">{yearWords(translator, year.waveId, year.pooledWith)}</th> : null}
            {columns.map((wave) => (
              <th key={wave.waveId} scope="col">
                {waveWords(translator, wave)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {headlines.map(({ indicator, year: ofYear, points }) => (
            <tr key={indicator.id}>
              <th scope="row">
                <a href={linkOf(indicator.id)}>{indicator.name[language]}</a>
                <span className="row-base">
                  {t('results:trend.note.baseOnly', { base: indicator.base[language] })}
                </span>
              </th>
              {year ? (
                <td>
                  <ShownFigure estimate={ofYear} alone={null} kind={indicator.kind} />{' '}
                  {ofYear ? (
                    <TrailLink to={yearTrailOf(indicator.id)} name={indicator.name[language]} />
                  ) : null}
                </td>
              ) : null}
              {columns.map(({ waveId }) => {
                const estimate = points.find(({ wave }) => wave.waveId === waveId)?.estimate;
                return (
                  <td key={waveId}>
                    {estimate ? (
                      <>
                        <Figure estimate={estimate} kind={indicator.kind} />{' '}
                        <TrailLink to={trailOf(indicator.id, waveId)} name={indicator.name[language]} />
                      </>
                    ) : (
                      t('results:trend.notAsked')
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
