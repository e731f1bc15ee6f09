import type { InsufficientFlags } from '#app/use-cases/results/flag-evidence.server.ts';
import type { DistrictFlags } from '#app/use-cases/results/flag-list.server.ts';
import { districtByNumber, districts as everyDistrict } from '#city/city.ts';
import type { PublishedMethod } from '#core/publication/document.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { TableBox } from '../page/table-box.tsx';
import { FlagCards } from './flag-cards.tsx';
import { gapWords } from './gap-words.ts';

interface FlagSectionProps {
  id: 'intervention' | 'watch' | 'recovering';
  districts: readonly DistrictFlags[];
  rule: PublishedMethod['rule'];
  waveId: string;
  /** Whether flags rest on the rolling year, where only an alert calls for action. */
  leads?: boolean;
  linkOf(district: number): string;
}

/** Flags of one urgency, district by district, each with its evidence. */
export function FlagSection({ id, districts, rule, waveId, leads = false, linkOf }: FlagSectionProps) {
  const { t } = useTranslator();
  const what = leads && id !== 'recovering' ? 'whatYear' : 'what';
  return (
    <section className="flag-section" aria-labelledby={`flags-${id}`}>
      <h2 id={`flags-${id}`}>{t(`results:flags.${id}.title`)}</h2>
      <p>{t(`results:flags.${id}.${districts.length === 0 ? 'none' : what}`)}</p>
      {id === 'watch' && districts.some(({ flags }) => flags.some(({ flag }) => flag.kind === 'absolute')) ? (
        <p>{t('results:flags.watch.threshold')}</p>
      ) : null}
      {districts.map(({ district, flags }) => {
        const { numeral, name } = districtByNumber(district);
        return (
          <article key={district} className="flag-district" aria-labelledby={`flags-${id}-${district}`}>
            <h3 id={`flags-${id}-${district}`}>
              <a href={linkOf(district)}>
                {numeral} {name}
              </a>
            </h3>
            <FlagCards flags={flags} rule={rule} waveId={waveId} heading="h4" />
          </article>
        );
      })}
    </section>
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
        <table>
          <thead>
            <tr>
              <th scope="col">{t('results:chooser.indicator')}</th>
              <th scope="col">{t('results:flags.insufficient.kind')}</th>
              {withDistricts ? <th scope="col">{t('results:flags.insufficient.districts')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {gathered(lines).map(({ key, indicator, kinds, districts }) => (
              <tr key={key}>
                <th scope="row">{indicator.name[language]}</th>
                <td>
                  {kinds
                    .map(({ kind, group }) =>
                      group === null
                        ? t(`results:flag.kind.${kind}.asked`)
                        : `${t(`results:flag.kind.${kind}.asked`)} (${gapWords(translator, group)})`,
                    )
                    .join('; ')}
                </td>
                {withDistricts ? (
                  <td>
                    {districts.length === everyDistrict.length
                      ? t('results:flags.insufficient.all')
                      : districts.map((number) => districtByNumber(number).numeral).join(', ')}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

/** What could not be judged in the same districts stands in one row of its indicator. */
function gathered(lines: readonly InsufficientFlags[]) {
  const rows = new Map<string, Omit<InsufficientFlags, 'kind' | 'group'> & { kinds: InsufficientFlags[] }>();
  for (const line of lines) {
    const { indicator, districts } = line;
    const key = `${indicator.id} ${districts.join(' ')}`;
    const row = rows.get(key) ?? { indicator, districts, kinds: [] };
    row.kinds.push(line);
    rows.set(key, row);
  }
  return [...rows].map(([key, row]) => ({ key, ...row }));
}
