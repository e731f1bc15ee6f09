import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { wavePaths } from '../../paths/fieldwork.ts';
import { FormField } from '../page/form-field.tsx';
import { TableBox } from '../page/table-box.tsx';
import { ConfirmForm } from './confirm-form.tsx';

interface PrinterFile {
  fileId: number;
  codes: number;
  made: string;
  received: string | null;
  /** Codes in it that have opened nothing yet: those that can still be made anew. */
  untouched: number;
}

/** A file that was made and has not arrived: it can be downloaded again until its receipt is confirmed. */
export function WaitingFile({ waveId, fileId, codes, made }: PrinterFile & { waveId: string }) {
  const { t, language } = useTranslator();
  const n = formatNumber(language, codes);
  const paths = wavePaths(waveId);
  const received = paths.printerFileReceived(fileId);
  return (
    <section className="printer-file notice" id={`file-${fileId}`}>
      <h2>{t('fieldwork:codes.file', { file: fileId, count: codes, n })}</h2>
      <p>{t('fieldwork:codes.waits', { made })}</p>
      <form method="post" action={paths.printerFile(fileId)}>
        <p className="actions">
          <button type="submit" className="primary">
            {t('fieldwork:codes.download')}
          </button>
        </p>
      </form>
      <h3>{t('fieldwork:codes.receipt')}</h3>
      <p>{t('fieldwork:codes.receiptWhat')}</p>
      <form method="post" action={received} encType="multipart/form-data">
        <p className="field">
          <label htmlFor={`arrived-${fileId}`}>{t('fieldwork:codes.receiptFile')}</label>
          <input
            id={`arrived-${fileId}`}
            type="file"
            name="arrived"
            accept=".csv,text/csv,application/octet-stream"
            required
          />
        </p>
        <p className="actions">
          <button type="submit" className="primary">
            {t('fieldwork:codes.receiptSubmit')}
          </button>
        </p>
      </form>
      <details className="aside-act">
        <summary>{t('fieldwork:codes.receiptTyped')}</summary>
        <form method="post" action={received}>
          <FormField
            name="codes"
            label={t('fieldwork:codes.receiptCodes')}
            inputMode="numeric"
            autoComplete="off"
            required
          />
          <FormField
            name="sha256"
            label={t('fieldwork:codes.receiptHash')}
            hint={t('fieldwork:codes.receiptHashHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <p className="actions">
            <button type="submit" className="primary">
              {t('fieldwork:codes.receiptTypedSubmit')}
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}

/** Files that have arrived, and the way out when their letters are lost all the same. */
export function ReceivedFiles({ waveId, files }: { waveId: string; files: PrinterFile[] }) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  if (files.length === 0) return null;
  return (
    <section>
      <h2>{t('fieldwork:codes.files')}</h2>
      <TableBox label={t('fieldwork:codes.files')}>
        <table className="compact">
          <caption className="visually-hidden">{t('fieldwork:codes.files')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork:codes.fileNumber')}</th>
              <th scope="col" className="number">
                {t('fieldwork:codes.figure.issued')}
              </th>
              <th scope="col">{t('fieldwork:codes.fileMade')}</th>
              <th scope="col">{t('fieldwork:codes.fileReceived')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ fileId, codes, made, received }) => (
              <tr key={fileId}>
                <th scope="row">{fileId}</th>
                <td className="number">{number(codes)}</td>
                <td>{made}</td>
                <td>{received ?? t('fieldwork:codes.fileDestroyed')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {files
        .filter(({ untouched }) => untouched > 0)
        .map(({ fileId, untouched }) => (
          <details className="aside-act" key={fileId}>
            <summary>{t('fieldwork:codes.lost', { file: fileId })}</summary>
            <p>{t('fieldwork:codes.lostWhat')}</p>
            <ConfirmForm
              waveId={waveId}
              act="codes"
              fields={{ act: 'remake', file: String(fileId) }}
              idPrefix={`anew-${fileId}-`}
              destructive
              consequence={t('fieldwork:codes.lostConsequence', { count: untouched, n: number(untouched) })}
              button={t('fieldwork:codes.lostSubmit')}
            />
          </details>
        ))}
    </section>
  );
}
