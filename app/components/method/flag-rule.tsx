import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { MethodReport } from '../../use-cases/results/method-report.server.ts';
import { TableBox } from '../page/table-box.tsx';
import { Formula } from './formula.tsx';
import { formulas } from './formulas.ts';

const kinds = ['level', 'absolute', 'deterioration', 'gap', 'improvement'] as const;

/** When a district is flagged: the thresholds are those of the publication, never written here. */
export function FlagRule({ report: { method, headlines, leads } }: { report: MethodReport }) {
  const { t, language } = useTranslator();
  const { rule } = method;
  const points = (share: number) => formatNumber(language, share * 100);
  const values = {
    level: points(rule.levelMargin),
    change: points(rule.changeMargin),
    gap: points(rule.gapMargin),
    rate: formatNumber(language, rule.falseDiscoveryRate, 2),
    absoluteWatch: formatNumber(language, rule.absoluteWatchLevel, 2),
    differenceRate: formatNumber(language, rule.differenceAlertRate, 3),
    watchRate: formatNumber(language, rule.gapWatchFalseDiscoveryRate, 2),
  };
  const caption = t('method:flags.caption', { version: rule.version });
  const thresholds = t('method:flags.thresholds');
  return (
    <section aria-labelledby="method-flags">
      <h2 id="method-flags">{t('method:flags.title')}</h2>
      <p>{t('method:flags.lead')}</p>
      <TableBox label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {(['kind', 'alert', 'watch'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`method:flags.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`method:flags.${kind}.name`)}</th>
                <td>{t(`method:flags.${kind}.alert`, values)}</td>
                <td>{t(`method:flags.${kind}.watch`, values)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p>{t(`method:flags.${leads ? 'interventionYear' : 'intervention'}`)}</p>
      <Formula tex={formulas.peopleConcerned} words={t('method:flags.concerned')} />
      <p>
        {t('method:flags.base', {
          n: formatNumber(language, rule.minimumN),
          effective: formatNumber(language, rule.minimumEffectiveN),
        })}
      </p>
      <TableBox label={thresholds}>
        <table>
          <caption>{thresholds}</caption>
          <thead>
            <tr>
              <th scope="col">{t('method:flags.indicator')}</th>
              <th scope="col" className="number">
                {t('method:flags.threshold')}
              </th>
            </tr>
          </thead>
          <tbody>
            {headlines.map(({ name, threshold }) => (
              <tr key={name.pl}>
                <th scope="row">{name[language]}</th>
                <td className="number">
                  {threshold === null ? t('method:flags.noThreshold') : formatShare(language, threshold, 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
