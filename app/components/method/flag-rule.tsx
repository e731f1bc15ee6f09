import { detectableDifferences } from '#core/flagging/detectable.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { MethodReport } from '../../use-cases/method-report.server.ts';
import { TableBox } from '../table-box.tsx';

const kinds = ['level', 'absolute', 'deterioration', 'gap'] as const;
/** Below this many people a district, the page says plainly that districts can hardly be told apart. */
const smallSample = 400;

/** When a district is flagged: the thresholds are those of the publication, never written here. */
export function FlagRule({ report: { method, headlines } }: { report: MethodReport }) {
  const { t, language } = useTranslator();
  const { rule } = method;
  const points = (share: number) => formatNumber(language, share * 100);
  const values = {
    level: points(rule.levelMargin),
    change: points(rule.changeMargin),
    gap: points(rule.gapMargin),
    rate: formatNumber(language, rule.falseDiscoveryRate, 2),
    watchRate: formatNumber(language, rule.gapWatchFalseDiscoveryRate, 2),
  };
  const caption = t('public:method.flags.caption', { version: rule.version });
  const thresholds = t('public:method.flags.thresholds');
  return (
    <section aria-labelledby="method-flags">
      <h2 id="method-flags">{t('public:method.flags.title')}</h2>
      <p>{t('public:method.flags.lead')}</p>
      <TableBox label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {(['kind', 'alert', 'watch'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`public:method.flags.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`public:method.flags.${kind}.name`)}</th>
                <td>{t(`public:method.flags.${kind}.alert`, values)}</td>
                <td>{t(`public:method.flags.${kind}.watch`, values)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p>{t('public:method.flags.intervention')}</p>
      <p>
        {t('public:method.flags.base', {
          n: formatNumber(language, rule.minimumN),
          width: points(rule.maximumKornGraubardWidth),
        })}
      </p>
      <TableBox label={thresholds}>
        <table>
          <caption>{thresholds}</caption>
          <thead>
            <tr>
              <th scope="col">{t('public:method.flags.indicator')}</th>
              <th scope="col" className="number">
                {t('public:method.flags.threshold')}
              </th>
            </tr>
          </thead>
          <tbody>
            {headlines.map(({ name, threshold }) => (
              <tr key={name.pl}>
                <th scope="row">{name[language]}</th>
                <td className="number">
                  {threshold === null
                    ? t('public:method.flags.noThreshold')
                    : formatShare(language, threshold, 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

/** What a sample of this size can be expected to see. */
export function SampleLimits({ report: { wave } }: { report: MethodReport }) {
  const { t, language } = useTranslator();
  const { level, change, gap, gapPooled } = detectableDifferences(wave.sampleSizePerDistrict);
  const points = (share: number) => formatNumber(language, share * 100, 1);
  return (
    <section aria-labelledby="method-limits">
      <h2 id="method-limits">{t('public:method.limits.title')}</h2>
      <p>
        {t('public:method.limits.text', {
          n: formatNumber(language, wave.sampleSizePerDistrict),
          level: points(level),
          change: points(change),
          gap: points(gap),
          gapPooled: points(gapPooled),
        })}
      </p>
      {wave.sampleSizePerDistrict < smallSample ? <p>{t('public:method.limits.small')}</p> : null}
    </section>
  );
}
