import type { FigureMade } from '#app/use-cases/results/figure-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { Figure } from '../figures/figure.tsx';
import { Formula } from '../method/formula.tsx';
import { formulas } from '../method/formulas.ts';
import { waveIdWords } from '../page/wave-words.ts';
import { Facts } from './facts.tsx';
import { TrailLink } from './trail-link.tsx';

interface TwoWavesTrailProps {
  made: FigureMade;
  /** Where it is told how the figure of one wave was made. */
  linkOf(waveId: string): string;
}

/** Of a figure of two waves together: the figure of each, whose weights are told on its own page. */
export function TwoWavesTrail({ made: { ofWaves, indicator }, linkOf }: TwoWavesTrailProps) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <section aria-labelledby="trail-waves">
      <h2 id="trail-waves">{t('method:figure.twoWaves.title')}</h2>
      <p>{t('method:figure.precision.yearHow')}</p>
      <Facts
        facts={ofWaves.map(({ waveId, estimate }) => {
          const wave = waveIdWords(translator, waveId);
          return [
            wave,
            estimate ? (
              <>
                <Figure estimate={estimate} kind={indicator.kind} />{' '}
                <TrailLink to={linkOf(waveId)} name={wave} />
              </>
            ) : (
              t('results:figure.none')
            ),
          ] as const;
        })}
      />
      <Formula tex={formulas.rollingYearMean} words={t('method:compare.year')} />
      <p>{t('method:figure.twoWaves.weights')}</p>
    </section>
  );
}
