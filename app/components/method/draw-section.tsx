import type { MethodReport } from '#app/use-cases/results/method-report.server.ts';
import { minimumPerStratum } from '#core/sampling/allocate.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { Formula } from './formula.tsx';
import { formulas } from './formulas.ts';
import { Source } from './sources.tsx';

/** How people are drawn, and the line with which anyone who has the register draws them again. */
export function DrawSection({ report: { method } }: { report: MethodReport }) {
  const { t } = useTranslator();
  return (
    <section aria-labelledby="method-draw">
      <h2 id="method-draw">{t('method:draw.title')}</h2>
      {method.study ? (
        <p>{t('method:draw.study', { study: method.study.name })}</p>
      ) : (
        <DrawnHere seed={method.frameSha256 === null ? null : method.seed} />
      )}
    </section>
  );
}

/** @param seed  null for a wave that is invented: the way of drawing is told, and no draw to repeat */
function DrawnHere({ seed }: { seed: string | null }) {
  const { t, language } = useTranslator();
  return (
    <>
      {seed === null ? <p>{t('method:draw.none')}</p> : null}
      <p>{t('method:draw.allocation', { minimum: formatNumber(language, minimumPerStratum) })}</p>
      <p>{t('method:draw.text')}</p>
      <Formula tex={formulas.drawNumber} words={t('method:draw.formula')} />
      {seed === null ? null : (
        <>
          <p>{t('method:draw.check')}</p>
          <pre className="command">
            <code>{`printf %s ID | openssl dgst -sha256 -hmac ${seed}`}</code>
          </pre>
        </>
      )}
      <Source of={['krawczyk', 'ohlsson']} />
    </>
  );
}
