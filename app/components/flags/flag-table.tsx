import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import type { DistrictFlags } from '#app/use-cases/results/flag-list.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { type ActLinks, DistrictActions } from '../interventions/actions/district-actions.tsx';
import { TableBox } from '../page/table-box.tsx';
import { FlagRow, type FlagRowContext } from './flag-row.tsx';

interface FlagTableProps extends FlagRowContext {
  caption: string;
  districts: readonly Pick<DistrictFlags, 'district' | 'flags' | 'actions'>[];
  /** The page of a district; left out on that page itself. */
  linkOf?: ((district: number) => string) | undefined;
  /** Where what is being done is told; left out where nothing is asked to be done. */
  acts?: ActLinks | undefined;
}

const columns = ['flag', 'figure', 'difference', 'concerned', 'status'] as const;

/** Flags, one a row, by district; what each rests on is folded in. */
export function FlagTable({ caption, districts, linkOf, acts, ...context }: FlagTableProps) {
  const { t } = useTranslator();
  return (
    <TableBox label={caption}>
      <table className="flag-table stacked">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`results:flags.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {districts.map(({ district, flags, actions }) => (
          <tbody key={district}>
            {linkOf ? (
              <tr className="flag-district">
                <th scope="rowgroup" colSpan={columns.length}>
                  <a href={linkOf(district)}>{placeWords(district)}</a>
                  {acts ? <DistrictActions district={district} actions={actions} acts={acts} /> : null}
                </th>
              </tr>
            ) : null}
            {flags.map((evidence) => (
              <FlagRow key={flagKey(evidence)} evidence={evidence} {...context} />
            ))}
          </tbody>
        ))}
      </table>
    </TableBox>
  );
}

function flagKey({ flag: { kind, indicator, group } }: FlagEvidence): string {
  return `${kind} ${indicator} ${group}`;
}

function placeWords(district: number): string {
  const { numeral, name } = districtByNumber(district);
  return `${numeral} ${name}`;
}
