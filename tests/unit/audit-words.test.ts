import { describe, expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { detailLines } from '#app/routes/fieldwork/audit-words.server.ts';

const lines = (language: 'pl' | 'en', detail: Record<string, unknown>) =>
  detailLines(serverTranslator(language), detail, 'Europe/Warsaw');

describe('what an audit entry is about', () => {
  it('names it and writes its value as the reader’s language does', () => {
    const detail = {
      partial: 1260,
      designEffect: 1.234,
      converged: true,
      expectedResponseRate: 0.3,
      lastDay: '2026-12-15',
      plannedEnd: Date.UTC(2026, 11, 15, 23),
    };
    expect(lines('pl', detail)).toEqual([
      'niewysłane uznane za częściowe: 1\u202f260',
      'efekt ważenia (deff): 1,23',
      'dopasowanie zbiegło się: tak',
      'spodziewany odsetek odpowiedzi: 30\u00a0%',
      'ostatni dzień: 15 grudnia 2026',
      'planowany koniec: 16 grudnia 2026 00:00',
    ]);
    expect(lines('en', detail).slice(0, 3)).toEqual([
      'not sent, counted as partial: 1,260',
      'design effect: 1.23',
      'raking converged: yes',
    ]);
  });

  it('leaves out what there is none of, and keeps what it has no word for', () => {
    expect(lines('pl', { replaces: null, later: [1, 2], seed: '0f' })).toEqual([
      'later: [1,2]',
      'ziarno losowania: 0f',
    ]);
  });
});
