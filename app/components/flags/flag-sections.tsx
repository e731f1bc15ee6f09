import type { InsufficientFlags } from '#app/use-cases/results/flag-evidence.server.ts';
import type { DistrictFlags } from '#app/use-cases/results/flag-list.server.ts';
import { districtOrder } from '#core/flagging/flag-order.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { ActLinks } from '../interventions/actions/district-actions.tsx';
import { TableBox } from '../page/table-box.tsx';
import { FlagTable } from './flag-table.tsx';
import { askedWords, bySameDistricts, numeralsOf } from './insufficient-words.ts';

interface FlagSectionProps {
  id: 'intervention' | 'watch' | 'recovering' | 'improvement';
  districts: readonly DistrictFlags[];
  rule: PublishedMethod['rule'];
  waveId: string;
  /** Whether only an alert calls for action, and no watch that came back. */
  isAlertOnly?: boolean;
  linkOf(district: number): string;
  /** Where what is being done is told; left out where nothing is asked to be done. */
  acts?: ActLinks | undefined;
}

/** Flags of one urgency, district by district, each with its evidence. */
export function FlagSection({
  id,
  districts,
  rule,
  waveId,
  isAlertOnly = false,
  linkOf,
  acts,
}: FlagSectionProps) {
  const { t } = useTranslator();
  const what = isAlertOnly ? 'whatYear' : 'what';
  return (
    <div className="flag-section">
      <h2 id={`flags-${id}`}>{t(`results:flags.${id}.title`)}</h2>
      <p>
        {t(`results:flags.${id}.${districts.length === 0 ? 'none' : what}`)}
        {districts.length > 1 ? ` ${t(`results:flags.order.${districtOrder(districts)}`)}` : ''}
      </p>
      {id === 'watch' && districts.some(({ flags }) => flags.some(({ flag }) => flag.kind === 'absolute')) ? (
        <p>{t('results:flags.watch.threshold')}</p>
      ) : null}
      {districts.length > 0 ? (
        <FlagTable
          caption={t(`results:flags.${id}.title`)}
          districts={districts}
          rule={rule}
          waveId={waveId}
          linkOf={linkOf}
          acts={acts}
        />
      ) : null}
    </div>
  );
}

interface InsufficientSectionProps {
  lines: readonly InsufficientFlags[];
  /** Left out where the page is about one district. */
  withDistricts?: boolean;
}

/** What could not be judged: never the same as "no problem". */
export function InsufficientSection({ lines, withDistricts = true }: InsufficientSectionProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  if (lines.length === 0) return null;
  return (
    <div className="flag-section">
      <h2>{t('results:flags.insufficient.title')}</h2>
      <p>{t('results:flags.insufficient.what')}</p>
      <TableBox label={t('results:flags.insufficient.title')}>
        <table className="stacked">
          <caption className="visually-hidden">{t('results:flags.insufficient.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results:chooser.indicator')}</th>
              <th scope="col">{t('results:flags.insufficient.kind')}</th>
              {withDistricts ? <th scope="col">{t('results:flags.insufficient.districts')}</th> : null}
            </tr>
          </thead>
          {byIndicator(lines).map(({ indicator, rows }) => (
            <tbody key={indicator.id}>
              {rows.map(({ districts, kinds }, index) => (
                <tr key={districts.join(' ')}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={rows.length}>
                      {indicator.name[language]}
                    </th>
                  ) : null}
                  <td>{askedWords(translator, kinds)}</td>
                  {withDistricts ? (
                    <td data-label={t('results:flags.insufficient.districts')}>
                      {numeralsOf(translator, districts)}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableBox>
    </div>
  );
}

/** Every indicator once, with its rows. */
function byIndicator(lines: readonly InsufficientFlags[]) {
  const indicators = new Map(lines.map(({ indicator }) => [indicator.id, indicator]));
  return [...indicators.values()].map((indicator) => ({
    indicator,
    rows: bySameDistricts(lines.filter((line) => line.indicator.id === indicator.id)),
  }));
}
