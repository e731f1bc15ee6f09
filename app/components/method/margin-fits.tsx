import type { PublishedMethod } from '#core/publication/document.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatTiny } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { TableBox } from '../table-box.tsx';

/** `district × age` in words; a margin without words is shown as the publication names it. */
export function marginWords({ t, has }: Translator, margin: string): string {
  const key = `method:margin.${margin.replace(/[^a-z]/g, '')}`;
  return has(key) ? t(key) : margin;
}

/** How well the final weights meet each margin; nothing where the publication does not carry it. */
export function MarginFits({ fits }: Pick<PublishedMethod['weighting'], 'fits'>) {
  const translator = useTranslator();
  const { t, language } = translator;
  if (!fits || fits.length === 0) return null;
  const caption = t('method:weights.fits');
  return (
    <TableBox label={caption}>
      <table className="compact">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('method:weights.column.margin')}</th>
            <th scope="col" className="number">
              {t('method:weights.column.groups')}
            </th>
            <th scope="col" className="number">
              {t('method:weights.column.deviation')}
            </th>
          </tr>
        </thead>
        <tbody>
          {fits.map(({ name, groups, largestDeviation }) => (
            <tr key={name}>
              <th scope="row">{marginWords(translator, name)}</th>
              <td className="number">{formatNumber(language, groups)}</td>
              <td className="number">{formatTiny(language, largestDeviation)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
