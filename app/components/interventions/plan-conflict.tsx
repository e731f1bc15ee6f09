import { type PlanText, planFields } from '#core/intervention/plan.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { ChangedMeanwhile } from '../../use-cases/results/interventions/city-act.ts';
import { TableBox } from '../page/table-box.tsx';
import { fieldWords } from './field-words.ts';
import { useMeanwhileWords } from './refused-summary.tsx';

interface PlanConflictProps {
  meanwhile: ChangedMeanwhile;
  theirs: PlanText;
  mine: PlanText;
  aims: readonly { id: string; name: string }[];
}

/** Two people edited one intervention: who was first, and both texts side by side. Nothing was saved over. */
export function PlanConflict({ meanwhile, theirs, mine, aims }: PlanConflictProps) {
  const translator = useTranslator();
  const { t } = translator;
  const meanwhileWords = useMeanwhileWords();
  const different = planFields.filter((field) => theirs[field] !== mine[field]);
  const words = (field: (typeof planFields)[number], text: string) =>
    fieldWords(translator, field, text, aims) || t('planning:conflict.nothing');
  return (
    <div className="error-summary" role="alert">
      <h2>{t('planning:conflict.title')}</h2>
      <p>{meanwhileWords(meanwhile)}</p>
      <p>{t('planning:conflict.what')}</p>
      <TableBox label={t('planning:conflict.title')}>
        <table className="stacked">
          <caption>{t('planning:conflict.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('planning:conflict.field')}</th>
              <th scope="col">{t('planning:conflict.theirs', { by: meanwhile.by })}</th>
              <th scope="col">{t('planning:conflict.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {different.map((field) => (
              <tr key={field}>
                <th scope="row">{t(`planning:field.${field}`)}</th>
                <td data-label={t('planning:conflict.theirs', { by: meanwhile.by })}>
                  {words(field, theirs[field])}
                </td>
                <td data-label={t('planning:conflict.mine')}>{words(field, mine[field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}
