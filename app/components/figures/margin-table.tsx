import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatTiny } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';

interface MarginTableProps {
  label: string;
  /** Whether the label stands above the table; otherwise a heading there already says it. */
  captioned: boolean;
  columns: { margin: string; groups: string; deviation: string };
  margins: readonly { name: string; words: string; groups: number; largestDeviation: number }[];
}

/** How far the weighted totals are from each margin they were fitted to. */
export function MarginTable({ label, captioned, columns, margins }: MarginTableProps) {
  const { language } = useTranslator();
  return (
    <TableBox label={label}>
      <table className="compact">
        <caption className={captioned ? undefined : 'visually-hidden'}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.margin}</th>
            <th scope="col" className="number">
              {columns.groups}
            </th>
            <th scope="col" className="number">
              {columns.deviation}
            </th>
          </tr>
        </thead>
        <tbody>
          {margins.map(({ name, words, groups, largestDeviation }) => (
            <tr key={name}>
              <th scope="row">{words}</th>
              <td className="number">{formatNumber(language, groups)}</td>
              <td className="number">{formatTiny(language, largestDeviation)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
