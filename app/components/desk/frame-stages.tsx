import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';
import { DistrictName } from './district-name.tsx';

interface FrameInHand {
  frameId: number;
  fileName: string;
  rowCount: number;
  sha256: string;
  encoding: string;
  delimiter: string;
}

/** Where an extract is handed in. */
export function FrameUploadForm({ path, most, again }: { path: string; most: number; again: boolean }) {
  const { t } = useTranslator();
  return (
    <form method="post" action={path} encType="multipart/form-data">
      <h2>{t(again ? 'fieldwork:frame.uploadAgain' : 'fieldwork:frame.upload')}</h2>
      <p>{t('fieldwork:frame.columns')}</p>
      <p>
        <code className="columns">
          case_id; imie; nazwisko; ulica; nr_domu; nr_lokalu; kod_pocztowy; miejscowosc; telefon; jezyk;
          dzielnica; plec; rok_ur
        </code>
      </p>
      <div className="field">
        <label htmlFor="extract">{t('fieldwork:frame.file')}</label>
        <span className="hint" id="extract-hint">
          {t('fieldwork:frame.fileHint', { most })}
        </span>
        <input
          type="file"
          id="extract"
          name="extract"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          required
          aria-describedby="extract-hint"
        />
      </div>
      <p className="actions">
        <button type="submit" className="primary">
          {t('fieldwork:frame.submit')}
        </button>
      </p>
    </form>
  );
}

/** How far the check is; the page asks for itself again, and can be left. */
export function CheckingFrame({ path, frame }: { path: string; frame: FrameInHand }) {
  const { t, language } = useTranslator();
  return (
    <section className="notice" aria-labelledby="checking-title">
      <h2 id="checking-title">{t('fieldwork:frame.checking.title', { file: frame.fileName })}</h2>
      <p className="big-figure" role="status">
        {t('fieldwork:frame.checking.rows', {
          count: frame.rowCount,
          n: formatNumber(language, frame.rowCount),
        })}
      </p>
      <p>
        {t('fieldwork:frame.checking.what')} <a href={path}>{t('fieldwork:job.refresh')}</a>
      </p>
    </section>
  );
}

/** A sound file that waits for a decision: what is in it, then process or cancel. */
export function StagedFrame({
  path,
  frame,
  peselIds,
  people: shown,
  districts,
}: {
  path: string;
  frame: FrameInHand;
  /** People whose id is their PESEL. */
  peselIds: number;
  /** A few, so that a person can see what no rule can: whether their names are names. */
  people: { givenName: string; familyName: string; street: string }[];
  districts: { district: number; population: number }[];
}) {
  const { t, language } = useTranslator();
  const people = { count: frame.rowCount, n: formatNumber(language, frame.rowCount) };
  const separator = { ',': 'comma', ';': 'semicolon', '\t': 'tab' }[frame.delimiter] ?? 'comma';
  return (
    <>
      <p className="notice done">{t('fieldwork:frame.staged.sound', { file: frame.fileName, ...people })}</p>
      <p>
        {t('fieldwork:frame.staged.read', {
          encoding: frame.encoding,
          separator: t(`fieldwork:frame.separator.${separator}`),
        })}
      </p>
      {peselIds > 0 && (
        <p className="notice watch">
          {t('fieldwork:frame.staged.peselIds', { count: peselIds, n: formatNumber(language, peselIds) })}
        </p>
      )}
      <p>{t('fieldwork:frame.staged.look')}</p>
      <ul>
        {shown.map(({ givenName, familyName, street }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name
          <li key={index}>{[`${givenName} ${familyName}`, street].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
      <p className="hash">{t('fieldwork:fact.frameSha256', { sha256: frame.sha256 })}</p>
      <TableBox label={t('fieldwork:frame.staged.byDistrict')}>
        <table className="compact">
          <caption>{t('fieldwork:frame.staged.byDistrict')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork:district')}</th>
              <th scope="col" className="number">
                {t('fieldwork:frame.staged.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {districts.map(({ district, population }) => (
              <tr key={district}>
                <th scope="row">
                  <DistrictName district={district} />
                </th>
                <td className="number">{formatNumber(language, population)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <form method="post" action={path} className="actions">
        <input type="hidden" name="frame" value={frame.frameId} />
        <button type="submit" name="decision" value="process" className="primary">
          {t('fieldwork:frame.staged.process', people)}
        </button>
        <button type="submit" name="decision" value="cancel" className="danger">
          {t('fieldwork:frame.staged.cancel')}
        </button>
      </form>
    </>
  );
}
