import type { ShownFigure as Shown } from '#app/use-cases/results/figure-basis.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { Figure } from './figure.tsx';

/** A figure in a cell; under one of two waves together stands that of the wave alone. */
export function ShownFigure({ estimate, alone, kind }: Shown & { kind: 'share' | 'mean' }) {
  const { t } = useTranslator();
  if (!estimate) return <>{t('results:figure.none')}</>;
  return (
    <>
      <Figure estimate={estimate} kind={kind} />
      {alone ? (
        <span className="row-base">
          {t('results:year.alone')} <Figure estimate={alone} kind={kind} />
        </span>
      ) : null}
    </>
  );
}
