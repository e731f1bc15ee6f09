import type { SeriesReport } from '#app/use-cases/results/context/context-report.server.ts';
import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { Figure } from '../figures/figure.tsx';
import { TableBox } from '../page/table-box.tsx';
import { waveWords } from '../page/wave-words.ts';

/** What residents of the whole city felt in the same years: a table of its own, on a scale of its own. */
export function CityBeside({ report: { beside } }: { report: SeriesReport }) {
  const translator = useTranslator();
  const { t, language } = translator;
  if (!beside || beside.city.length === 0) return null;
  const name = beside.indicator.name[language];
  return (
    <TableBox label={t('context:city.table', { name })}>
      <table>
        <caption>{t('context:city.caption', { name, city: city.name[language] })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('context:city.wave')}</th>
            <th scope="col">{t('context:city.share')}</th>
          </tr>
        </thead>
        <tbody>
          {beside.city.map(({ wave, estimate }) => (
            <tr key={wave.waveId}>
              <th scope="row">{waveWords(translator, wave)}</th>
              <td>
                <Figure estimate={estimate} kind={beside.indicator.kind} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
