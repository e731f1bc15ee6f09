import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { testFact } from '#app/components/flags/flag-test.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { type Language, languages } from '#core/language.ts';
import { exactLevelFlag } from '#tests/support/exact-publication.ts';
import { firstOf, flat, rule, wave, withFirst } from '#tests/support/flag-waves.ts';

function cardWords(language: Language, changes: Partial<PublishedFlag>, margin = 0.03): string {
  const flag = { ...exactLevelFlag, ...changes };
  const settings = { ...rule, levelMargin: margin };
  return renderToStaticMarkup(<p>{testFact(serverTranslator(language), flag, settings)?.value}</p>).replace(
    /<[^>]*>/g,
    '',
  );
}

describe('the q of a level watch', () => {
  const watched = wave('2026-1', withFirst({ share: 0.345 }));

  it('is of any difference above zero: that of an alert under a rule without a margin', () => {
    const watch = firstOf('level', watched, []);
    const without = firstOf('level', watched, [], { levelMargin: 0 });
    expect([watch.severity, without.severity]).toEqual(['watch', 'alert']);
    expect(watch.q).toBe(without.q);
  });

  it('is not the q that an alert needs, which this flag did not pass', () => {
    const watch = firstOf('level', watched, []);
    expect(watch.q).toBeLessThanOrEqual(rule.falseDiscoveryRate);
    expect(watch.alertQ).toBeGreaterThan(rule.falseDiscoveryRate);
    expect(firstOf('level', wave('2026-1', flat()), []).severity).toBe('none');
  });
});

describe('the card of a level watch', () => {
  it('says that its q is of any difference, and which test an alert needs', () => {
    expect(cardWords('pl', { q: 0.001 })).toMatch(
      /0,001.*To q testu jakiejkolwiek różnicy powyżej zera\. Do alarmu trzeba testu różnicy ponad 3 pkt proc\., którego ta flaga nie przeszła\.$/,
    );
    expect(cardWords('en', { q: 0.001 })).toMatch(
      /0\.001.*This is the q of any difference above zero\. An alert needs the test of a difference of more than 3 points, which this flag did not pass\.$/,
    );
    expect(cardWords('uk', { q: 0.001 })).toMatch(
      /0,001.*Це q перевірки будь-якої різниці понад нуль\. Для тривоги потрібна перевірка різниці понад 3 в\. п\., якої ця позначка не пройшла\.$/,
    );
  });

  it('of a threshold says which test its q is of, and not that an alert needs so large a one', () => {
    const watch = { kind: 'absolute', against: 'threshold:0.4', severity: 'watch', q: 0.9999 } as const;
    expect(cardWords('pl', watch)).toMatch(
      /To q testu, czy wynik przekracza próg; alarm wymaga, by wynosiło najwyżej 0,05\./,
    );
    expect(cardWords('en', watch)).toContain('an alert needs it to be at most 0.05. A watch needs');
    expect(cardWords('uk', watch)).toContain('для тривоги воно має бути щонайбільше 0,05. Для');
  });

  it('names the margin of its own rule', () => {
    for (const language of languages) expect(cardWords(language, {}, 0.05)).toMatch(/\b5 (pkt|points|в)/);
  });

  it('alone says so: not that of an alert, nor a watch of a threshold, nor a level that recovers', () => {
    for (const language of languages) {
      const words = cardWords(language, {}).split('. ').slice(1).join('. ');
      expect(words).not.toBe('');
      const others: Partial<PublishedFlag>[] = [
        { severity: 'alert', needsIntervention: true },
        { severity: 'none', status: 'recovering' },
        { kind: 'absolute', against: 'threshold:0.4' },
      ];
      for (const other of others) expect(cardWords(language, other)).not.toContain(words);
    }
  });
});

describe('the card of a lifted flag', () => {
  const lifted = (kind: PublishedFlag['kind']): Partial<PublishedFlag> => ({
    ...{ kind, severity: 'none', status: 'recovering', q: 0.9999 },
    ...(kind === 'absolute' && { against: 'threshold:0.4' }),
    ...(kind === 'gap' && { group: 'women-men' }),
  });

  it.each(['level', 'absolute', 'deterioration', 'gap'] as const)(
    'says of which test its q is, and that a large one proves nothing (%s)',
    (kind) => {
      expect(cardWords('pl', lifted(kind))).toMatch(
        /^q\s&gt;\s0,999 \(granica .*To q testu.*Duże q nie dowodzi, że /,
      );
      expect(cardWords('en', lifted(kind))).toMatch(/This is the q of .*A large q does not prove that /);
      expect(cardWords('uk', lifted(kind))).toMatch(/Це q перевірки.*Велике q не доводить, що /);
    },
  );

  it('names what a watch would have needed by its own rule', () => {
    expect(cardWords('en', lifted('level'), 0.05)).toContain(
      'q of 0.05 at most and a difference of at least 5 points',
    );
    expect(cardWords('en', lifted('absolute'))).toContain(
      `p ≤ ${rule.absoluteWatchLevel.toFixed(2)} in the test`,
    );
    expect(cardWords('en', lifted('gap'))).toContain(
      `q of ${rule.gapWatchFalseDiscoveryRate.toFixed(2)} at most and at least ${rule.gapMargin * 100} points`,
    );
  });
});
