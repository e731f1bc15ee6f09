import type { ReactNode } from 'react';
import type { FigureMade, FigurePlace } from '#app/use-cases/figure-report.server.ts';
import { districts } from '#core/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatQ } from '../../i18n/format.ts';
import { waveIdWords } from '../charts/figure-words.ts';
import { Difference } from '../difference.tsx';
import { RestDifference } from '../method/formulas.tsx';
import { FalseDiscovery } from '../method/test-formulas.tsx';
import { FlagEvidence } from '../report/flag-evidence.tsx';
import { Facts } from './facts.tsx';
import { MethodLink } from './trail-link.tsx';

/** Difference from the rest of the city, change and rank, each with its margin. */
export function RestComparison({ made }: { made: FigureMade }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { indicator, estimate, comparedDistricts } = made;
  const { versusRest, change, rankRange, n } = estimate;
  const facts: [string, ReactNode][] = [];
  const difference = (values: { difference: number; lower: number; upper: number }) => (
    <Difference {...values} kind={indicator.kind} n={n} />
  );
  if (versusRest) {
    facts.push([t('method:figure.rest.difference'), difference(versusRest)]);
    facts.push([t('method:figure.rest.q', { family: comparedDistricts }), formatQ(language, versusRest.q)]);
  }
  if (change) {
    const wave = waveIdWords(translator, change.against);
    facts.push([t('method:figure.rest.change', { wave }), difference(change)]);
  }
  if (rankRange) {
    facts.push([
      t('method:figure.rest.rank'),
      t('method:figure.rest.rankRange', { ...rankRange, of: districts.length }),
    ]);
  }
  return (
    <section aria-labelledby="trail-rest">
      <h2 id="trail-rest">{t('method:figure.rest.title')}</h2>
      {facts.length > 0 ? <Facts facts={facts} /> : <p>{t('method:figure.rest.none')}</p>}
      {versusRest ? (
        <>
          <RestDifference words={t('method:compare.formula')} />
          <FalseDiscovery words={t('method:compare.bh')} />
        </>
      ) : null}
      <p>
        <MethodLink section="method-compare" />
      </p>
    </section>
  );
}

/** The flags that were tested on a figure, each with its family and q. */
export function FlagTests({ made, place }: { made: FigureMade; place: FigurePlace }) {
  const { t } = useTranslator();
  const { indicator, estimate, flags, method } = made;
  const isTested =
    place.district !== null && place.group === null && method.rule.headlineIndicators.includes(indicator.id);
  return (
    <section aria-labelledby="trail-flags">
      <h2 id="trail-flags">{t('method:figure.flags.title')}</h2>
      <p>
        {isTested
          ? t('method:figure.flags.headline', { version: method.rule.version })
          : t('method:figure.flags.notTested')}{' '}
        <MethodLink section="method-flags" />
      </p>
      {isTested && flags.length === 0 ? <p>{t('method:figure.flags.none')}</p> : null}
      {flags.map((flag) => (
        <FlagEvidence
          key={`${flag.kind} ${flag.group ?? ''}`}
          flag={flag}
          indicator={indicator}
          estimate={estimate}
        />
      ))}
    </section>
  );
}
