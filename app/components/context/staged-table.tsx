import type { StagedState } from '#app/use-cases/results/context/stage-state.server.ts';
import { city, districtByNumber } from '#city/city.ts';
import { stationAreas } from '#city/station-areas.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { TableBox } from '../page/table-box.tsx';
import { amountWords } from './amount.ts';
import { periodWords } from './period-words.ts';

/** Figures of a file that are shown before it counts. */
const shownFigures = 20;

/** What a file says and would change, before it counts. */
export function StagedTable({ series, values, change }: StagedState) {
  const translator = useTranslator();
  const { t, language } = translator;
  const unit = language === 'pl' ? series.unit : series.unitEnglish;
  const nameOf = (area: string): string => {
    if (series.geography === 'city') return city.name[language];
    if (series.geography === 'station-area') return stationAreas.find(({ id }) => id === area)?.name ?? area;
    const { numeral, name } = districtByNumber(Number(area));
    return `${numeral} ${name}`;
  };
  return (
    <>
      <ul>
        <li>{t('context:staged.figures', { count: values.length })}</li>
        <li>{t('context:staged.added', { count: change.added })}</li>
        <li>{t('context:staged.changed', { count: change.changed })}</li>
        <li>{t('context:staged.gone', { count: change.gone })}</li>
      </ul>
      <TableBox label={t('context:staged.table')}>
        <table>
          <caption>
            {t('context:staged.caption', { count: Math.min(shownFigures, values.length), unit })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('context:staged.period')}</th>
              <th scope="col">{t(`context:geography.${series.geography}`)}</th>
              <th scope="col" className="number">
                {unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {values.slice(0, shownFigures).map(({ area, period, value }) => (
              <tr key={`${area} ${period}`}>
                <td>{periodWords(translator, series.period, period)}</td>
                <th scope="row">{nameOf(area)}</th>
                <td className="number">{amountWords(language, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
