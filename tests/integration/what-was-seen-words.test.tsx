import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PrecisionTrail } from '#app/components/figure-trail/precision-trail.tsx';
import { Figure } from '#app/components/figures/figure.tsx';
import { ResultSentence } from '#app/components/figures/result-sentence.tsx';
import { flagKindWords } from '#app/components/flags/flag-kind-words.ts';
import { mapAnswer } from '#app/components/map/map-answer.ts';
import { PlaceTable } from '#app/components/map/place-table.tsx';
import { DrawSection } from '#app/components/method/draw-section.tsx';
import { PublicationFacts } from '#app/components/method/publication-facts.tsx';
import { WhoIsAsked } from '#app/components/method/sections.tsx';
import { WeightsSection } from '#app/components/method/weights-section.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { FigureMade } from '#app/use-cases/results/figure-report.server.ts';
import type { DistrictMapReading } from '#app/use-cases/results/map/district-map.server.ts';
import type { MethodReport } from '#app/use-cases/results/method-report.server.ts';
import type { ListedPlace } from '#app/use-cases/results/published/place-list.server.ts';
import { districts } from '#city/city.ts';
import { judgementOf, type Standing } from '#core/analysis/rest-comparison.ts';
import { languages } from '#core/language.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { TrimMethod } from '#core/weighting/trim.ts';
import { testPublication } from '#tests/support/results.ts';

const publication = testPublication();
const { rule } = publication.method;

const told = (page: ReactElement) =>
  renderToStaticMarkup(<TranslatorProvider translator={serverTranslator('en')}>{page}</TranslatorProvider>);

describe('a margin', () => {
  const estimate = (lower: number, upper: number) =>
    ({ value: 0.13, lower, upper, n: 100, quality: 'good', reason: null }) as PublishedEstimate;
  const figure = (lower: number, upper: number) =>
    told(<Figure estimate={estimate(lower, upper)} kind="share" />).replace(/<[^>]*>/g, '');

  it('is told by its ends, however even the interval is', () => {
    expect(figure(0.1, 0.161)).toBe('13% (10–16) (n\u00a0=\u00a0100)');
    expect(figure(0.06, 0.24)).toBe('13% (6–24) (n\u00a0=\u00a0100)');
  });

  it('is of per cent in a sentence, where what follows is people', () => {
    const result = { pl: '{{value}} osób czuje się bezpiecznie', en: '{{value}} feel safe', uk: '{{value}}' };
    const indicator = { kind: 'share', result, base: result } as const;
    const sentence = told(<ResultSentence indicator={indicator} estimate={estimate(0.1, 0.161)} />);
    expect(sentence.replace(/<[^>]*>/g, '')).toMatch(/^13% \(10–16%\) feel safe\./);
  });
});

describe('the answer of a map', () => {
  const reading = (standings: Standing[], direction = 'high-is-bad') =>
    ({
      indicator: { kind: 'share', direction, name: { en: 'Name' } },
      rule,
      districts: standings.map((standing) => ({
        standing,
        judgement: judgementOf(standing, { direction: direction as 'neutral' }),
      })),
    }) as unknown as DistrictMapReading;
  const answer = (standings: Standing[]) => mapAnswer(serverTranslator('en'), reading(standings));
  const districtsOf = (untold: number) =>
    districts.map((_, index): Standing => (index < untold ? 'untold' : 'even'));

  it('says that nothing beyond the margin is confirmed, of the districts that could be compared', () => {
    expect(answer(districtsOf(0))).toBe(
      'Name: with this sample, no district is confirmed to differ from the rest of the city by more than 3 pct points',
    );
    expect(answer(districtsOf(14))).toBe(
      'Name: 4 of 18 districts could be compared, and no difference from the rest of the city by more than 3 pct points is confirmed',
    );
    expect(answer(districtsOf(18))).toBe('Name: there is too little data to compare districts');
  });

  it('counts what a test set apart, and beside it the districts with too little data', () => {
    expect(answer(['higher', 'lower', 'untold', 'even'])).toBe(
      'Name: 1 district is clearly worse than the rest of the city, 1 district is clearly better, 1 district has too little data',
    );
  });
});

it('the method says how weights came inside their bounds, and which did not', () => {
  const page = (method: TrimMethod, widened: { district: number; lower: number; upper: number }[] = []) => {
    const trimming = { method, lower: 0.3, upper: 3, widened, cycles: 7, outsideAfter: 0.012 };
    const weighting = { ...publication.method.weighting, trimmedShare: 0.034, trimming };
    const report = { method: { ...publication.method, weighting } } as MethodReport;
    return told(<WeightsSection report={report} />);
  };
  expect(page('cycles')).toContain('3.4% of the weights were outside the bounds before, 1.2% after');
  expect(page('cycles')).not.toContain('did not settle');
  const bounded = page('bounded-calibration', [{ district: 2, lower: 0.27, upper: 3.3 }]);
  expect(bounded).toContain(
    'did not settle (rounds: 7), so the weights of this wave come from bounded calibration',
  );
  expect(bounded).toContain('Wider bounds: Grzegórzki.');
  expect(page('untrimmed')).toContain('the weights of this wave are not trimmed');
});

it.each([
  ['none', ['districtage'], 'after what the raking margins explain'],
  ['untrimmed', ['districtage'], 'after what the raking margins explain'],
  ['cycles', ['districtage'], 'are treated as fixed'],
  ['bounded-calibration', ['districtage'], 'are treated as fixed'],
  ['none', [], 'are treated as fixed'],
] as const)(
  'a figure of weights trimmed by %s to %j is told with its own variance',
  (method, margins, words) => {
    const [estimate, indicator] = [publication.estimates[0], publication.indicators[0]];
    const { weighting } = publication.method;
    const made = {
      indicator,
      estimate,
      year: null,
      ofWaves: [],
      method: {
        ...publication.method,
        weighting: { ...weighting, margins: [...margins], trimming: { ...weighting.trimming, method } },
      },
    } as unknown as FigureMade;
    const page = told(<PrecisionTrail made={made} waveId="2026-1" yearPath="/year" />);
    expect(page).toContain(words);
    expect(page.includes('<mi>B</mi>')).toBe(words.includes('margins'));
  },
);

it('a number of people who named a place says how it was rounded, from a hundred on as well', () => {
  const place = { placeId: '1', name: 'Bridge', district: 1, status: 'new', q: 0.01, familySize: 100 };
  const page = (unsafeRespondents: number) =>
    told(
      <PlaceTable
        places={[
          {
            number: 1,
            reasons: [],
            times: [],
            place: { ...place, unsafeRespondents, totalRespondents: 1560 },
          } as unknown as ListedPlace,
        ]}
      />,
    );
  expect(page(970)).toMatch(/from 100: rounded down to tens.*970 of 1,560 people/);
  expect(page(30)).toMatch(/below 100: a band.*30–39 of 1,560 people/);
});

it.each(languages)(
  'a watch is called what its test bears out, and so is what was lifted or not judged (%s)',
  (language) => {
    for (const kind of ['level', 'absolute', 'deterioration', 'gap'] as const) {
      const words = (['alert', 'watch', 'insufficient'] as const).map((severity) =>
        flagKindWords(serverTranslator(language), { kind, severity }),
      );
      expect(new Set(words).size).toBe(3);
      expect(flagKindWords(serverTranslator(language), { kind, severity: 'none' })).toBe(words[2]);
    }
  },
);

describe('who was drawn', () => {
  const page = (method: Partial<MethodReport['method']>) => {
    const report = {
      ...{ wave: publication.wave, outcome: null, publicationId: '2026-1.1', sha256: '0' },
      method: { ...publication.method, seed: '0f0f', ...method },
    } as MethodReport;
    return told(
      <>
        <WhoIsAsked report={report} />
        <DrawSection report={report} />
        <PublicationFacts {...report} />
      </>,
    );
  };
  const study = { name: 'CATI 2024', fileSha256: 'a'.repeat(64), mappingSha256: 'b'.repeat(64) };
  const drawn = page({ frameSha256: 'a'.repeat(64) });
  const invented = page({ frameSha256: null });
  const imported = page({ frameSha256: null, study });

  it('is told of a register where there was one, with the seed of a draw that can be repeated', () => {
    expect(drawn).toContain('We draw adults from the register of residents');
    expect(drawn).toContain('openssl dgst -sha256 -hmac 0f0f');
  });

  it('is nobody in a wave that was not drawn: no register is told of and no draw to repeat', () => {
    expect(invented).toContain('Nobody was drawn for this wave');
    expect(invented).toContain('A real wave is drawn like this');
    expect(invented).not.toMatch(/We draw adults|openssl|0f0f|Whoever has the register/);
  });

  it('is the matter of the study where answers were imported', () => {
    expect(imported).toContain('chosen by the study whose answers were imported');
    expect(imported).not.toMatch(/We draw adults|Nobody was drawn|openssl|0f0f/);
  });
});
