import { describe, expect, it } from 'vitest';
import { statusWords } from '#app/components/flags/flag-status.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { FlagBasis, FlagSeverity, PublishedFlag } from '#core/flagging/flag.ts';
import { statusOf } from '#core/flagging/status.ts';
import { languages } from '#core/language.ts';

const waveIds = ['2025-2', '2025-1', '2024-2', '2024-1', '2023-2'];

/** The status of an alert after these severities, newest first, in words. */
function told(language: (typeof languages)[number], basis: FlagBasis, history: FlagSeverity[]): string {
  const flag: Pick<PublishedFlag, 'status' | 'basis' | 'history' | 'pooledWith'> = {
    status: statusOf('alert', history, basis),
    basis,
    pooledWith: basis === 'rolling-year' ? (waveIds[0] ?? '') : null,
    history: history.map((severity, index) => ({ waveId: waveIds[index] ?? '', severity })),
  };
  return statusWords(serverTranslator(language), flag);
}

describe('the status of a flag in words', () => {
  it.each(languages)('never counts waves that there were not (%s)', (language) => {
    const counted = { pl: /z czterech/, en: /of the last four/, uk: /з чотирьох/ }[language];
    for (const history of [['alert'], ['alert', 'alert']] as const) {
      expect(told(language, 'wave', [...history])).not.toMatch(counted);
    }
  });

  it('says of a recurring flag that it was there before, of at most three waves', () => {
    expect(told('pl', 'wave', ['alert'])).toBe(
      'flaga ponowna: była też w jednej z poprzednich fal (sprawdzono najwyżej trzy)',
    );
    expect(told('pl', 'wave', ['alert', 'none', 'watch'])).toBe(
      'flaga trwała: była też w co najmniej dwóch poprzednich falach (sprawdzono najwyżej trzy)',
    );
  });

  it('does not call a year what may be a wave alone', () => {
    expect(told('pl', 'rolling-year', ['none', 'alert'])).toBe(
      'flaga ponowna: była też we wcześniejszym wyniku, który nie ma z tym wspólnej fali',
    );
    for (const language of languages) {
      expect(told(language, 'rolling-year', ['none', 'alert'])).not.toMatch(/roku|rolling year|році/);
    }
  });

  it.each(languages)(
    'of a new flag says why the flags in the history beside it do not count (%s)',
    (language) => {
      const plain = told(language, 'rolling-year', ['none', 'none']);
      expect(told(language, 'wave', [])).toBe(plain);
      const overlapping = told(language, 'rolling-year', ['alert']);
      expect(overlapping.startsWith(`${plain}: `)).toBe(true);
      expect(overlapping).toMatch(/share no wave|nie mają wspólnej fali|не мають спільної хвилі/);
      const long = told(language, 'wave', ['none', 'none', 'none', 'alert']);
      expect(long).toMatch(/none of the three|w trzech poprzednich|в трьох попередніх/);
    },
  );

  it('stands beside marks of every gender', () => {
    expect(told('pl', 'wave', [])).toBe('flaga nowa');
    expect(told('uk', 'wave', [])).toBe('позначка нова');
    const lifted = { status: 'recovering', history: [{ waveId: '2025-2', severity: 'alert' }] } as const;
    const words = (['wave', 'rolling-year'] as const).map((basis) =>
      statusWords(serverTranslator('pl'), {
        ...{ ...lifted, history: [...lifted.history], basis },
        pooledWith: basis === 'wave' ? null : '2025-1',
      }),
    );
    expect(words).toEqual(['była w poprzedniej fali', 'była poprzednio']);
  });

  it.each(languages)(
    'of a lifted flag says that it was in a figure that shares a wave with this one, which a new one leaves out (%s)',
    (language) => {
      const history = [{ waveId: '2025-2', severity: 'watch' as const }];
      const severities = history.map(({ severity }) => severity);
      expect(statusOf('none', severities, 'rolling-year')).toBe('recovering');
      expect(statusOf('alert', severities, 'rolling-year')).toBe('new');
      const lifted = { status: 'recovering', basis: 'rolling-year', history } as const;
      const words = (pooledWith: string) =>
        statusWords(serverTranslator(language), { ...lifted, history, pooledWith });
      const shared = /shares a wave with this one|ma z tym wspólną falę|має з цим спільну хвилю/;
      const named = {
        pl: /nowa, ponowna czy trwała/,
        en: /new, recurring or persistent/,
        uk: /нова, повторна або стійка/,
      };
      expect(words('2025-2')).toMatch(shared);
      expect(words('2025-2')).toMatch(named[language]);
      expect(words('2025-1')).not.toMatch(shared);
    },
  );
});
