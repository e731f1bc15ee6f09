import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { otherMeans } from '#core/camera/checklist.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import type { RefusedForm } from './refused-form.ts';

interface MeansFieldsProps {
  means: ProposalPage['means'];
  typed: RefusedForm['typed'];
}

/** Rows that are empty beside those that are filled: without scripts nobody can ask for another. */
const emptyRows = 2;
const mostRows = 8;

/** Other means, a row each; one that is left empty is none. */
export function MeansFields({ means, typed }: MeansFieldsProps) {
  const { t } = useTranslator();
  const rows = typed.means
    ? typed.means.map((kind, index) => ({
        means: kind,
        since: typed.since?.[index] ?? '',
        until: typed.until?.[index] ?? '',
        whyNot: typed.whyNot?.[index] ?? '',
      }))
    : [
        ...means.map((row) => ({ ...row, until: row.until ?? '' })),
        ...Array.from({ length: Math.min(emptyRows, mostRows - means.length) }, () => ({
          means: '',
          since: '',
          until: '',
          whyNot: '',
        })),
      ];
  return rows.map((row, index) => {
    const id = (field: string) => `${field}-${index + 1}`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place alone
      <fieldset className="field-group means-row" key={index}>
        <legend>{t('cameras:means.row', { number: index + 1 })}</legend>
        <div className="field-row">
          <div className="field">
            <label htmlFor={id('means')}>{t('cameras:means.what')}</label>
            <select id={id('means')} name="means" defaultValue={row.means}>
              <option value="">{t('cameras:means.none')}</option>
              {otherMeans.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`cameras:means.kind.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={id('since')}>{t('cameras:means.since')}</label>
            <input type="date" id={id('since')} name="since" defaultValue={row.since} />
          </div>
          <div className="field">
            <label htmlFor={id('until')}>{t('cameras:means.until')}</label>
            <input type="date" id={id('until')} name="until" defaultValue={row.until} />
          </div>
        </div>
        <div className="field wide">
          <label htmlFor={id('whyNot')}>{t('cameras:means.whyNot')}</label>
          <textarea id={id('whyNot')} name="whyNot" rows={2} maxLength={1500} defaultValue={row.whyNot} />
        </div>
      </fieldset>
    );
  });
}
