import { useTranslator } from '../../../i18n/context.tsx';
import type { Register } from '../../../use-cases/results/interventions/register.server.ts';
import { TableBox } from '../../page/table-box.tsx';
import { costWords } from '../cost-words.ts';
import { courseWords } from '../course-words.ts';
import { EffectLine } from '../effect-line.tsx';
import { StatusMark } from '../status-mark.tsx';
import { whereWords } from '../where-words.ts';

interface RegisterTableProps {
  register: Register;
  /** The page of one intervention, where the reader has one. */
  page?: ((interventionId: string) => string) | undefined;
}

/** The register as a table; on a phone each line is a card, on paper it is what lies before the council. */
export function RegisterTable({ register, page }: RegisterTableProps) {
  const translator = useTranslator();
  const { t } = translator;
  const label = (name: string) => t(`interventions:column.${name}`);
  return (
    <TableBox label={t('interventions:register.label')}>
      <table className="stacked register-table">
        <caption>
          {t('interventions:register.count', { count: register.lines.length, total: register.total })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{label('what')}</th>
            <th scope="col">{label('where')}</th>
            <th scope="col">{label('when')}</th>
            <th scope="col">{label('status')}</th>
            <th scope="col">{label('responsible')}</th>
            <th scope="col" className="number">
              {label('cost')}
            </th>
            <th scope="col">{label('effect')}</th>
          </tr>
        </thead>
        <tbody>
          {register.lines.map((line) => {
            const { row } = line;
            return (
              <tr key={row.interventionId} id={`intervention-${row.interventionId}`}>
                <th scope="row">
                  {page ? <a href={page(row.interventionId)}>{row.title}</a> : row.title}
                  <span className="register-kind">
                    {row.interventionId} · {t(`interventions:kind.${row.kind}`)}
                    {row.synthetic ? ` · ${t('interventions:synthetic')}` : null}
                  </span>
                </th>
                <td data-label={label('where')}>{whereWords(translator, row)}</td>
                <td data-label={label('when')}>{courseWords(translator, row, line.course)}</td>
                <td data-label={label('status')}>
                  <StatusMark status={row.status} />
                </td>
                <td data-label={label('responsible')}>{row.responsible}</td>
                <td data-label={label('cost')} className="number">
                  {costWords(translator, row.cost)}
                </td>
                <td data-label={label('effect')} className="register-effect">
                  <EffectLine {...line} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}
