import type { CameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';

/** Every state of the register that was taken in: the newest of each kind counts, the older ones stay. */
export function RegisterStates({ states, current }: Pick<CameraReport, 'states' | 'current'>) {
  const { t, language } = useTranslator();
  if (states.length === 0) return <p>{t('cameras:states.none')}</p>;
  return (
    <TableBox label={t('cameras:states.table')}>
      <table className="compact stacked">
        <caption>{t('cameras:states.table')}</caption>
        <thead>
          <tr>
            {(['asOf', 'source', 'kinds', 'counts', 'by'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`cameras:states.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map(({ stateId, asOf, source, kinds, synthetic, fileName, importedByName }) => {
            const counted = current.filter(({ state }) => state?.stateId === stateId);
            return (
              <tr key={stateId}>
                <th scope="row">{formatDay(language, asOf)}</th>
                <td data-label={t('cameras:states.source')}>
                  <span>
                    {source}, {fileName}
                    {synthetic ? <strong> {t('cameras:synthetic')}</strong> : null}
                  </span>
                </td>
                <td data-label={t('cameras:states.kinds')}>
                  {kinds.map((kind) => t(`cameras:kind.${kind}`)).join(', ')}
                </td>
                <td data-label={t('cameras:states.counts')}>
                  {counted.length > 0
                    ? counted.map(({ kind }) => t(`cameras:kind.${kind}`)).join(', ')
                    : t('cameras:states.history')}
                </td>
                <td data-label={t('cameras:states.by')}>{importedByName}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}
