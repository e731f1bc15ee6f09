import type { FoundName, NamedStanding } from '#app/use-cases/results/places/place-search.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { bandWords } from '../map/people-words.ts';
import { TableBox } from '../page/table-box.tsx';

interface FoundNamesProps {
  found: readonly FoundName[];
  label: string;
  linkOf(placeId: string): string;
}

/** Names of the gazetteer with what a wave says of each. */
export function FoundNames({ found, label, linkOf }: FoundNamesProps) {
  const { t } = useTranslator();
  return (
    <TableBox label={label}>
      <table className="stacked">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places:search.name')}</th>
            <th scope="col">{t('places:search.district')}</th>
            <th scope="col">{t('places:search.says')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ name, district, standing }) => (
            <tr key={`${name} ${district}`}>
              <th scope="row">
                {'placeId' in standing ? <a href={linkOf(standing.placeId)}>{name}</a> : name}
              </th>
              <td data-label={t('places:search.district')}>{districtByNumber(district).name}</td>
              <td data-label={t('places:search.says')}>
                <Standing standing={standing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Standing({ standing }: { standing: NamedStanding }) {
  const translator = useTranslator();
  const { t } = translator;
  switch (standing.kind) {
    case 'flagged':
    case 'beside':
      return <strong>{t(`places:search.standing.${standing.kind}`, { place: standing.place })}</strong>;
    case 'told':
      return t(`places:search.standing.${standing.standing}`, {
        people: bandWords(translator, standing.people),
      });
    case 'few':
      return <span className="soft">{t('places:search.standing.few')}</span>;
  }
}
