import type { HiddenFigures } from '#core/publication/published-rolling-year.ts';
import type { RunWarning } from '#core/publication/run-warnings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { wavePaths } from '../../paths/fieldwork.ts';
import { TableBox } from '../page/table-box.tsx';
import { AcceptWarnings } from './accept-warnings.tsx';
import { ConfirmForm } from './confirm-form.tsx';

interface PublicationRow {
  publicationId: string;
  replaces: string | null;
  sha256: string;
  /** SHA-256 of the public key that signed it. */
  signedWith: string;
  at: string;
  estimates: number;
  suppressed: number;
  complementary: number;
  /** Of the rolling year; null where there is none. */
  ofYear: HiddenFigures | null;
  flags: number;
  insufficient: number;
  places: number;
  /** Whether city hall has it; null when city hall runs elsewhere. */
  received: boolean | null;
}

const figures = ['estimates', 'suppressed', 'complementary', 'flags', 'insufficient', 'places'] as const;

/** What a wave has published, newest first, with its figures and its hash. */
export function PublicationList({
  waveId,
  publications,
}: {
  waveId: string;
  publications: PublicationRow[];
}) {
  const { t, language } = useTranslator();
  const newest = publications[0];
  const paths = wavePaths(waveId);
  return (
    <div>
      <h2>{t('fieldwork:publish.list')}</h2>
      <TableBox label={t('fieldwork:publish.list')}>
        <table className="stacked">
          <caption className="visually-hidden">{t('fieldwork:publish.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork:publish.id')}</th>
              <th scope="col">{t('fieldwork:publish.at')}</th>
              {figures.map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`fieldwork:figure.${name}`)}
                </th>
              ))}
              <th scope="col">{t('fieldwork:publish.city')}</th>
            </tr>
          </thead>
          <tbody>
            {publications.map((row) => (
              <tr key={row.publicationId}>
                <th scope="row">
                  <a href={paths.publicationFile(row.publicationId)}>{row.publicationId}</a>
                </th>
                <td className="nowrap" data-label={t('fieldwork:publish.at')}>
                  {row.at}
                </td>
                {figures.map((name) => (
                  <td key={name} className="number" data-label={t(`fieldwork:figure.${name}`)}>
                    {formatNumber(language, row[name])}
                  </td>
                ))}
                <td data-label={t('fieldwork:publish.city')}>
                  {t(`fieldwork:publish.received.${row.received ?? 'elsewhere'}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="soft">{t('fieldwork:publish.suppressedWhat')}</p>
      {publications.map(({ publicationId, ofYear }) =>
        ofYear ? (
          <p key={publicationId} className="soft">
            {t('fieldwork:publish.year', {
              id: publicationId,
              all: formatNumber(language, ofYear.all),
              hidden: formatNumber(language, ofYear.hidden),
            })}
          </p>
        ) : null,
      )}
      {publications.map(({ publicationId, sha256 }) => (
        <p key={publicationId} className="hash soft">
          {publicationId}: SHA-256 {sha256}
        </p>
      ))}
      {[...new Set(publications.map(({ signedWith }) => signedWith))].map((fingerprint) => (
        <p key={fingerprint} className="hash soft">
          {t('fieldwork:publish.signedWith', { fingerprint })}
        </p>
      ))}
      {newest?.received === false ? (
        <ConfirmForm
          waveId={waveId}
          act="publish"
          fields={{ handOver: 'yes' }}
          idPrefix="hand-"
          consequence={t('fieldwork:publish.handOver', { id: newest.publicationId })}
          button={t('fieldwork:publish.handOverSubmit')}
        />
      ) : null}
    </div>
  );
}

/** A published figure never changes: a correction is a new publication that says why. */
export function CorrectionForm({ waveId, warnings }: { waveId: string; warnings: readonly RunWarning[] }) {
  const { t } = useTranslator();
  return (
    <details className="aside-act">
      <summary>{t('fieldwork:publish.correct')}</summary>
      <p>{t('fieldwork:publish.correctWhat')}</p>
      <form method="post" action={wavePaths(waveId).publish}>
        <div className="field">
          <label htmlFor="note">{t('fieldwork:publish.note')}</label>
          <textarea id="note" name="note" rows={3} maxLength={1000} required />
        </div>
        <AcceptWarnings warnings={warnings} idPrefix="correct-" />
        <p className="confirm-box">
          <input type="checkbox" id="correct-confirm" name="confirm" value="yes" required />
          <label htmlFor="correct-confirm">{t('fieldwork:publish.correctConsequence')}</label>
        </p>
        <p className="actions">
          <button type="submit" className="danger">
            {t('fieldwork:publish.correctSubmit')}
          </button>
        </p>
      </form>
    </details>
  );
}
