import type { CameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';
import { FootageSeries } from './footage-series.tsx';

/** What the city announced: figures of the whole city with their source, of which no district is told. */
export function AnnouncedCameras({ announced }: Pick<CameraReport, 'announced'>) {
  const { t, language } = useTranslator();
  const staffLanguage = language === 'en' ? 'en' : 'pl';
  const number = (value: number) => formatNumber(language, value);
  const source = announced.source[staffLanguage];
  const rows = [
    ['integrated', number(announced.integrated)],
    ['added', number(announced.addedInTwoYears)],
    ['linkable', number(announced.linkable)],
    ['planned', announced.planned[staffLanguage].join(', ')],
  ] as const;
  const series = announced.interventionsFromFootage;
  const [first, last] = [series[0], series[series.length - 1]];
  const change = first && last ? last.interventions / first.interventions - 1 : 0;
  return (
    <section aria-labelledby="announced-title">
      <h2 id="announced-title">{t('cameras:announced.title')}</h2>
      <div className="announced-cameras">
        <TableBox label={t('cameras:announced.table')}>
          <table className="compact">
            <caption>{t('cameras:announced.table')}</caption>
            <tbody>
              {rows.map(([key, value]) => (
                <tr key={key}>
                  <th scope="row">{t(`cameras:announced.${key}`)}</th>
                  <td className="number">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
        <FootageSeries
          series={series}
          title={t('cameras:footage.title', {
            first: number(first?.interventions ?? 0),
            firstYear: first?.year ?? '',
            last: number(last?.interventions ?? 0),
            lastYear: last?.year ?? '',
            change: formatShare(language, change, 0),
          })}
          source={source}
        />
      </div>
      <p className="source-note">{t('cameras:announced.source', { source })}</p>
    </section>
  );
}
