import { useTranslator } from '../../../i18n/context.tsx';
import { cameraPaths } from '../../../paths/cameras.ts';

interface RegisterUploadProps {
  /** Files that wait for a decision. */
  waiting: readonly { importId: number; fileName: string; editedByName: string; at: string }[];
  /** Megabytes that a file may have. */
  most: number;
}

/** Files that wait, and where another is handed in. */
export function RegisterUpload({ waiting, most }: RegisterUploadProps) {
  const { t } = useTranslator();
  return (
    <>
      <p>{t('cameras:import.what')}</p>
      <p>{t('cameras:import.never')}</p>
      {waiting.length > 0 ? (
        <section aria-labelledby="waiting-title">
          <h2 id="waiting-title">{t('cameras:import.waiting')}</h2>
          <ul>
            {waiting.map(({ importId, fileName, editedByName, at }) => (
              <li key={importId}>
                <a href={cameraPaths.waiting(importId)}>{fileName}</a>{' '}
                {t('cameras:import.waitingSince', { by: editedByName, at })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <form method="post" action={cameraPaths.import} encType="multipart/form-data">
        <div className="field">
          <label htmlFor="register">{t('cameras:import.file')}</label>
          <span className="hint" id="register-hint">
            {t('cameras:import.fileHint', { most })}
          </span>
          <input
            type="file"
            id="register"
            name="register"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            required
            aria-describedby="register-hint"
          />
        </div>
        <p className="actions">
          <button type="submit" className="primary">
            {t('cameras:import.submit')}
          </button>
        </p>
      </form>
    </>
  );
}
