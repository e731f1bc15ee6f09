import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ConsultationItem } from '#app/components/interventions/consultation-item.tsx';
import { courseWords } from '#app/components/interventions/course-words.ts';
import { aimReached } from '#app/components/interventions/effect-words.ts';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { comparisonOptions } from '#app/use-cases/results/interventions/comparison-choices.server.ts';
import type { InterventionEffect } from '#app/use-cases/results/interventions/intervention-effect.server.ts';
import { planIntervention } from '#app/use-cases/results/interventions/plan-intervention.server.ts';
import { planStart } from '#app/use-cases/results/interventions/plan-start.server.ts';
import { exactLevelFlag } from '#tests/support/exact-publication.ts';
import {
  aProposal,
  askAndHear,
  cityAct,
  current,
  step,
  typedPlan,
} from '#tests/support/intervention-city.ts';
import { openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';
import { testPlace } from '#tests/support/test-place.ts';

const places = ['a', 'b', 'c'].map((letter, index) =>
  testPlace({
    placeId: `89${letter}e2040d4bffff`,
    cells: [`89${letter}e2040d4bffff`],
    name: `Miejsce ${letter}`,
    district: index + 1,
  }),
);

/** A city with a flag in the third district and three flagged places. */
function aCity() {
  const database = openTestResults();
  const flag = { ...exactLevelFlag, district: 3 };
  const document = testPublication({ flags: [flag], places });
  const received = receiveTrusted(database, document, { actor: 'test', now: Date.UTC(2025, 0, 1) });
  if (!received.ok) throw new Error(JSON.stringify(received));
  return database;
}

describe('the flag that an intervention refers to', () => {
  const start = (flag: string) => planStart(aCity(), new URLSearchParams({ flag }));

  it('is one of a publication, by a test that decides', () => {
    expect(start('2026-1.3.unsafe')).toMatchObject({ flag: '2026-1.3.unsafe', unflagged: null });
  });

  it('is none where the link leads to a result without one, and the form says so', () => {
    expect(start('2026-1.4.unsafe')).toMatchObject({ flag: null, unflagged: '2026-1' });
    expect(start('2024-2.3.unsafe')).toMatchObject({ flag: null, unflagged: '2024-2' });
  });

  it('is refused, and nothing is kept, where somebody sends one that no publication has', () => {
    const database = aCity();
    const planned = (flag: string) =>
      planIntervention(database, { typed: typedPlan(), flag }, cityAct('2025-02-03'));
    expect(planned('2026-1.4.unsafe')).toEqual({ ok: false, reason: 'flag-unknown' });
    expect(database.interventions.all()).toEqual([]);
    expect(planned('2026-1.3.unsafe')).toMatchObject({ ok: true });
  });
});

describe('when an intervention was', () => {
  const words = (
    course: { beganOn: string | null; endedOn: string | null },
    language: 'pl' | 'en' | 'uk' = 'pl',
  ) => courseWords(serverTranslator(language), { startsOn: '2025-06-15', endsOn: null }, course);

  it('never reads a plan as done', () => {
    expect(words({ beganOn: null, endedOn: null })).toBe('planowano: 15 cze 2025');
    expect(words({ beganOn: null, endedOn: '2025-02-10' })).toBe('nie rozpoczęto; planowano: 15 cze 2025');
    expect(words({ beganOn: null, endedOn: '2025-02-10' }, 'en')).toBe('never begun; planned: 15 Jun 2025');
    expect(words({ beganOn: null, endedOn: '2025-02-10' }, 'uk')).toContain('не розпочато; заплановано:');
  });

  it('is the day of its step, with the plan beside it where that was another', () => {
    expect(words({ beganOn: '2025-06-16', endedOn: null })).toBe('od 16 cze 2025 (planowano: 15 cze 2025)');
    expect(words({ beganOn: '2025-06-15', endedOn: null })).toBe('od 15 cze 2025');
    expect(words({ beganOn: '2025-06-15', endedOn: '2025-09-01' })).toBe('15 cze 2025 – 1 wrz 2025');
  });
});

describe('the aim of an intervention', () => {
  const effect = (lower: number, upper: number, verdict: 'helped' | 'cannot-tell' = 'helped') =>
    ({
      aim: { id: 'unsafe', kind: 'share', direction: 'high-is-bad', name: null, base: null },
      effect: { verdict, reasons: [], estimate: { size: 0, lower: -upper / 100, upper: -lower / 100 } },
    }) as unknown as InterventionEffect;

  it('is reached only where the whole interval lies beyond it, and not where all of it lies short', () => {
    expect(aimReached(effect(9, 15), 8)).toBe('met');
    expect(aimReached(effect(-2, 4), 5)).toBe('not-met');
    expect(aimReached(effect(3, 9), 5)).toBe('open');
    expect(aimReached(effect(9, 15, 'cannot-tell'), 8)).toBe('open');
  });
});

describe('what a place may be compared with', () => {
  it('warns of one at which anything is done, whatever that aims at, and gives the figures of each', () => {
    const database = aCity();
    const [own, other] = places;
    const { interventionId } = aProposal(database, {
      where: own?.placeId ?? '',
      aimIndicator: 'place_unsafe',
    });
    const busy = aProposal(database, { where: other?.placeId ?? '' });
    askAndHear(database, busy.interventionId);
    step(database, busy.interventionId, 'consulted', '2025-03-02');
    step(database, busy.interventionId, 'decided', '2025-04-01');
    const { options, own: level } = comparisonOptions(database, current(database, interventionId));
    expect(options.find(({ area }) => area === other?.placeId)).toMatchObject({
      proposed: false,
      fault: 'intervention-under-way',
    });
    expect(level).toBeCloseTo(0.67, 1);
    expect(options.every((option) => option.level !== null)).toBe(true);
  });
});

describe('a consultation past its day', () => {
  it('says whose turn it is: silence holds nothing up', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    askAndHear(database, interventionId);
    const [asked] = database.consultations.all();
    if (!asked) throw new Error('a council was asked');
    const silent = { ...asked, opinion: null, givenOn: null };
    const html = (language: 'pl' | 'en') =>
      renderToStaticMarkup(
        <TranslatorProvider translator={serverTranslator(language)}>
          <ConsultationItem consultation={silent} today="2025-04-01" />
        </TranslatorProvider>,
      );
    expect(html('pl')).toContain('termin minął bez opinii. Milczenie nie wstrzymuje: ruch należy do urzędu');
    expect(html('en')).toContain('it is city hall’s turn');
  });
});
