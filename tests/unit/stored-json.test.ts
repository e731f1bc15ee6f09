import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '#app/use-cases/wave/wave-settings.ts';
import { waveAnalysisForm } from '#core/analysis/wave-analysis.ts';
import { publicationForm, storedPublicationForm } from '#core/publication/document.ts';
import { exactPublicationForm } from '#core/publication/exact-publication.ts';
import { DamagedRowFault, readStored } from '#core/text/stored-json.ts';
import { exactPublication } from '#tests/support/exact-publication.ts';
import { testPublication } from '#tests/support/results.ts';

const form = z.strictObject({ rule: z.strictObject({ margin: z.number() }) });
const damaged = (stored: string, of: z.ZodType = form) => {
  try {
    readStored(of, stored, 'waves.settings of 2026-1');
  } catch (error) {
    return error;
  }
  throw new Error('it was read');
};

describe('what we stored', () => {
  it('is read back as it was written', () => {
    expect(readStored(form, '{"rule":{"margin":0.03}}', 'a row')).toEqual({ rule: { margin: 0.03 } });
  });

  it.each([
    ['is no JSON', '{"rule":', 'waves.settings of 2026-1 is no JSON: line 1'],
    ['lacks a field', '{"rule":{}}', 'waves.settings of 2026-1 is damaged at rule.margin'],
    ['has another type', '{"rule":{"margin":"3"}}', 'waves.settings of 2026-1 is damaged at rule.margin'],
    [
      'has a field too many',
      '{"rule":{"margin":1},"name":"Jan"}',
      'waves.settings of 2026-1 is damaged at its root',
    ],
    ['is no object', '[]', 'waves.settings of 2026-1 is damaged at its root'],
  ])('and %s is a fault that says which row and where', (_, stored, message) => {
    const error = damaged(stored);
    expect(error).toBeInstanceOf(DamagedRowFault);
    expect(String(error)).toContain(message);
  });
});

describe('a publication that was stored', () => {
  const text = JSON.stringify(testPublication());

  it('is read back by its envelope as by its whole form', () => {
    expect(readStored(storedPublicationForm, text, 'a row')).toEqual(publicationForm.parse(JSON.parse(text)));
  });

  it.each([
    [
      'method.rule.levelMargin',
      (document: ReturnType<typeof testPublication>) => ({
        ...document,
        method: { ...document.method, rule: { ...document.method.rule, levelMargin: 'three' } },
      }),
    ],
    ['estimates', (document: ReturnType<typeof testPublication>) => ({ ...document, estimates: {} })],
    [
      'format',
      (document: ReturnType<typeof testPublication>) => ({ ...document, format: 'poczucie-publication/99' }),
    ],
  ])('is damaged when its %s is none', (path, change) => {
    expect(String(damaged(JSON.stringify(change(testPublication())), storedPublicationForm))).toContain(path);
  });

  it('is kept with its exact figures, and read back with them', () => {
    const exact = exactPublication([[[10, 20, 30, 1]]]);
    expect(readStored(exactPublicationForm, JSON.stringify(exact), 'a row')).toEqual(exact);
    const { unflagged: _, ...without } = exact;
    expect(String(damaged(JSON.stringify(without), exactPublicationForm))).toContain('unflagged');
  });
});

it('an analysis without the rule that it was judged by is damaged', () => {
  expect(
    String(
      damaged(
        '{"wave":{"waveId":"2026-1","year":2026,"season":"spring","modes":[],"questionnaireVersion":"1"},"methodVersion":"2.0","estimates":[],"contrasts":[],"distributions":[],"flags":[],"unflagged":[],"comparisons":[]}',
        waveAnalysisForm,
      ),
    ),
  ).toContain('damaged at rule');
});

it('a wave without the rules that were decided before it opened is damaged, and takes none of today’s defaults', () => {
  expect(() => settingsOf({ waveId: '2026-1', settings: '{}' })).toThrow(
    'waves.settings of 2026-1 is damaged at rule',
  );
});
