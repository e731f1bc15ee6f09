import type { ImportPage } from '#app/use-cases/results/cameras/import-page.server.ts';
import { districtByNumber } from '#city/city.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { cameraPaths } from '../../../paths/cameras.ts';
import { TableBox } from '../../page/table-box.tsx';
import { RegisterFaults } from './register-faults.tsx';

/** What would be kept of a waiting file, what would not, what is wrong; then the decision. */
export function ImportPreview({ page }: { page: ImportPage }) {
  const { t, language } = useTranslator();
  const { importId, revision, rows, kept, keptRows, totals, faultCount, leftOut, covers, elsewhere } = page;
  const number = (value: number) => formatNumber(language, value);
  const separator = { ',': 'comma', ';': 'semicolon', '\t': 'tab' }[page.delimiter] ?? 'comma';
  const isReady = faultCount === 0 && keptRows > 0 && page.settings.asOf && page.settings.source !== '';
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{t('cameras:import.preview')}</h2>
      <p>
        {t('cameras:import.read', {
          count: rows,
          n: number(rows),
          encoding: page.encoding,
          separator: t(`cameras:import.separator.${separator}`),
        })}
      </p>
      <p className="hash">SHA-256 {page.sha256}</p>
      {leftOut.length > 0 ? <p>{t('cameras:import.leftOut', { columns: leftOut.join(', ') })}</p> : null}
      {elsewhere > 0 ? (
        <p className="notice watch">
          {t('cameras:import.elsewhere', { count: elsewhere, n: number(elsewhere) })}
        </p>
      ) : null}
      {faultCount > 0 ? <RegisterFaults faults={page.faults} count={faultCount} /> : null}
      {kept.length > 0 ? (
        <TableBox label={t('cameras:import.kept', { count: keptRows, n: number(keptRows) })}>
          <table className="compact stacked">
            <caption>{t('cameras:import.kept', { count: keptRows, n: number(keptRows) })}</caption>
            <thead>
              <tr>
                {(['number', 'kind', 'unit', 'district', 'point', 'count', 'place'] as const).map(
                  (column) => (
                    <th key={column} scope="col">
                      {t(`cameras:column.${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {kept.map((camera) => (
                <tr key={camera.line}>
                  <th scope="row">
                    {camera.number ?? t('cameras:import.ofLine', { line: number(camera.line) })}
                  </th>
                  <td data-label={t('cameras:column.kind')}>{t(`cameras:kind.${camera.kind}`)}</td>
                  <td data-label={t('cameras:column.unit')}>{camera.unit}</td>
                  <td data-label={t('cameras:column.district')}>{districtByNumber(camera.district).name}</td>
                  <td data-label={t('cameras:column.point')}>
                    {camera.point
                      ? `${camera.point.latitude.toFixed(5)}, ${camera.point.longitude.toFixed(5)}`
                      : t('cameras:import.areaOnly')}
                  </td>
                  <td data-label={t('cameras:column.count')}>{number(camera.count)}</td>
                  <td data-label={t('cameras:column.place')}>{camera.place || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      ) : null}
      <ul>
        {cameraKinds.map((kind) => {
          const state = covers.find((each) => each.kind === kind);
          const before = state?.before
            ? t('cameras:import.before', {
                day: formatDay(language, state.before.asOf),
                source: state.before.source,
              })
            : t('cameras:import.nothingBefore');
          const key = state?.isCovered ? (state.isOlder ? 'older' : 'covered') : 'untouched';
          return (
            <li key={kind}>
              {t(`cameras:import.${key}`, {
                kind: t(`cameras:kind.${kind}`),
                n: number(totals[kind]),
                before,
              })}
            </li>
          );
        })}
      </ul>
      <form method="post" action={cameraPaths.waiting(importId)} className="actions">
        <input type="hidden" name="revision" value={revision} />
        {isReady ? (
          <button type="submit" name="act" value="accept" className="primary">
            {t('cameras:import.accept')}
          </button>
        ) : (
          <p className="hint">{t('cameras:import.notReady')}</p>
        )}
        <button type="submit" name="act" value="cancel" className="danger">
          {t('cameras:import.cancel')}
        </button>
      </form>
    </section>
  );
}
