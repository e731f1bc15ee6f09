import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import { MarginTable } from '../figures/margin-table.tsx';

/** `district × age` in words; a margin without words is shown as the publication names it. */
export function marginWords({ t, has }: Translator, margin: string): string {
  const key = `method:margin.${margin.replace(/[^a-z]/g, '')}`;
  return has(key) ? t(key) : margin;
}

/** How well the final weights meet each margin; nothing where weights were taken as they were given. */
export function MarginFits({ fits }: Pick<PublishedMethod['weighting'], 'fits'>) {
  const translator = useTranslator();
  const { t } = translator;
  if (fits.length === 0) return null;
  return (
    <MarginTable
      captioned
      label={t('method:weights.fits')}
      columns={{
        margin: t('method:weights.column.margin'),
        groups: t('method:weights.column.groups'),
        deviation: t('method:weights.column.deviation'),
      }}
      margins={fits.map((fit) => ({ ...fit, words: marginWords(translator, fit.name) }))}
    />
  );
}
