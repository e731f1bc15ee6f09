import type { FrameError } from '#core/frame/frame-error.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';

/** What is wrong with a refused file: where, in which column, and what to do. */
export function FrameErrors({
  frame,
}: {
  frame: { fileName: string; errorCount: number; errors: FrameError[] };
}) {
  const { t, language } = useTranslator();
  const shown = frame.errors.length;
  return (
    <section aria-labelledby="frame-errors-title">
      <div className="error-summary" role="alert">
        <h2 id="frame-errors-title">
          {t('fieldwork:frame.errors.title', {
            file: frame.fileName,
            count: frame.errorCount,
            n: formatNumber(language, frame.errorCount),
          })}
        </h2>
        <p>{t('fieldwork:frame.errors.what')}</p>
      </div>
      {shown < frame.errorCount ? <p>{t('fieldwork:frame.errors.first', { shown })}</p> : null}
      <TableBox label={t('fieldwork:frame.errors.table')}>
        <table>
          <caption className="visually-hidden">{t('fieldwork:frame.errors.table')}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('fieldwork:frame.errors.line')}
              </th>
              <th scope="col">{t('fieldwork:frame.errors.column')}</th>
              <th scope="col">{t('fieldwork:frame.errors.wrong')}</th>
              <th scope="col">{t('fieldwork:frame.errors.found')}</th>
            </tr>
          </thead>
          <tbody>
            {frame.errors.map(({ line, code, column, found }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line may have the same error twice
              <tr key={index}>
                <td className="number">{line === null ? '–' : formatNumber(language, line)}</td>
                <td>{column ?? '–'}</td>
                <td className="explained">{t(`fieldwork:frame.error.${code}`)}</td>
                <td className="found">{found ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
