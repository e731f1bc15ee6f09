import type { ReactNode } from 'react';
import type { FigureMade, FigurePlace } from '#app/use-cases/results/figure-report.server.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatQ } from '../../i18n/format.ts';
import { marginWords } from '../charts/figure-words.ts';
import { Difference } from '../figures/difference.tsx';
import { JudgedTogether } from '../figures/judged-together.tsx';
import { rankWords } from '../figures/rank-words.ts';
import { yearWords } from '../figures/year-note.tsx';
import { FlagCards } from '../flags/flag-cards.tsx';
import { Formula } from '../method/formula.tsx';
import { formulas } from '../method/formulas.ts';
import { isOtherSeason, waveIdWords } from '../page/wave-words.ts';
import { Facts } from './facts.tsx';
import { MethodLink } from './trail-link.tsx';

interface FigureTestsProps {
  made: FigureMade;
  place: FigurePlace;
  waveId: string;
}

/**
 * Difference from the rest of the city, change and rank, each with its margin. Only a whole district is
 * compared with a rest: the city has none, and of groups none is published.
 */
export function RestComparison({ made, place, waveId }: FigureTestsProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { indicator, estimate, comparedDistricts } = made;
  const { versusRest, change, rankRange, n } = estimate;
  const compared = place.district !== null && place.group === null ? 'rest' : 'changeAlone';
  const facts: [string, ReactNode][] = [];
  const difference = (values: { difference: number; lower: number; upper: number }) => (
    <Difference {...values} kind={indicator.kind} n={n} />
  );
  if (versusRest) {
    facts.push([t('method:figure.rest.difference'), difference(versusRest)]);
    facts.push([t('method:figure.rest.q', { family: comparedDistricts }), formatQ(language, versusRest.q)]);
    const margin = marginWords(translator, indicator.kind, made.method.rule.levelMargin);
    facts.push([t('method:figure.rest.qMargin', { margin }), formatQ(language, versusRest.qMargin)]);
  }
  if (change) {
    const wave = waveIdWords(translator, change.against);
    const key = made.ofWaves.length > 0 ? 'changeYear' : 'change';
    facts.push([t(`method:figure.rest.${key}`, { wave }), difference(change)]);
  }
  if (rankRange) {
    facts.push([t('method:figure.rest.rank'), rankWords(translator, rankRange)]);
  }
  return (
    <section aria-labelledby="trail-rest">
      <h2 id="trail-rest">{t(`method:figure.${compared}.title`)}</h2>
      {made.year && facts.length > 0 ? (
        <p>{t('method:figure.rest.alone', { wave: waveIdWords(translator, waveId) })}</p>
      ) : null}
      {facts.length > 0 ? <Facts facts={facts} /> : <p>{t(`method:figure.${compared}.none`)}</p>}
      {change && isOtherSeason(waveId, change.against) ? <p>{t('results:trend.otherSeason')}</p> : null}
      {versusRest ? (
        <>
          <Formula tex={formulas.restDifference} words={t('method:compare.formula')} />
          <Formula tex={formulas.falseDiscovery} words={t('method:compare.bh')} />
        </>
      ) : null}
      <p>
        <MethodLink section="method-compare" />
      </p>
    </section>
  );
}

/** The flags that were tested on a figure, each with its family and q. */
export function FlagTests({ made, place, waveId }: FigureTestsProps) {
  const translator = useTranslator();
  const { t } = translator;
  const { indicator, flags, method } = made;
  const isTested =
    place.district !== null && place.group === null && method.rule.headlineIndicators.includes(indicator.id);
  const passed = passedKinds(made);
  return (
    <section aria-labelledby="trail-flags">
      <h2 id="trail-flags">{t('method:figure.flags.title')}</h2>
      <p>
        {isTested
          ? t('method:figure.flags.headline', { version: method.rule.version })
          : t('method:figure.flags.notTested')}{' '}
        <MethodLink section="method-flags" />
      </p>
      {isTested && made.year && flags.some(({ flag }) => flag.basis === 'rolling-year') ? (
        <p>
          {t('method:figure.flags.ofYears', { year: yearWords(translator, waveId, made.year.pooledWith) })}
        </p>
      ) : null}
      {isTested && passed.length > 0 && flags.length > 0 ? (
        <p>
          {t('method:figure.flags.tested', {
            kinds: passed.map((kind) => t(`results:flag.kind.${kind}.asked`)).join('; '),
          })}
        </p>
      ) : null}
      {isTested && flags.length === 0 ? <p>{t('method:figure.flags.none')}</p> : null}
      {isTested ? <JudgedTogether counts={made.counts} rule={method.rule} /> : null}
      {flags.length > 0 ? (
        <FlagCards flags={flags} rule={method.rule} waveId={waveId} heading="h3" tellsNeed />
      ) : null}
    </section>
  );
}

/**
 * The kinds of comparison that were made of a figure and raised nothing: those that leave no flag behind,
 * where every figure has something to be compared with. A gap is left out: it is one comparison for each pair
 * of groups.
 */
function passedKinds({ counts, flags, indicator, method }: FigureMade): FlagKind[] {
  return counts.flatMap(({ kind, made, withoutComparison }) => {
    const isAsked =
      kind !== 'gap' && (kind !== 'absolute' || method.rule.absoluteThreshold[indicator.id] !== undefined);
    const isMade = made > 0 && withoutComparison === 0;
    const isTold = flags.some(({ flag }) => askedAs(flag.kind) === kind);
    return isAsked && isMade && !isTold ? [kind] : [];
  });
}

/** An improvement is found by the comparison of which a deterioration is asked. */
function askedAs(kind: FlagKind): FlagKind {
  return kind === 'improvement' ? 'deterioration' : kind;
}
