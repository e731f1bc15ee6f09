import { describe, expect, it } from 'vitest';
import { dispositionOf, outcomeOf } from '#core/fieldwork/disposition.ts';

const of = (...events: string[]) => dispositionOf(new Set(events));

describe('the disposition of a case', () => {
  it('is what the person did, whatever was sent before', () => {
    expect(of('letter-sent', 'started', 'completed')).toBe('1.1');
    expect(of('letter-sent', 'reminder-sent', 'started', 'partial')).toBe('1.2');
    expect(of('letter-sent', 'started', 'broke-off')).toBe('2.12');
    expect(of('letter-sent', 'called', 'refused')).toBe('2.11');
  });

  it('counts an interview that was withdrawn as a refusal', () => {
    expect(of('started', 'completed', 'withdrawn')).toBe('2.11');
  });

  it('calls who lives elsewhere not eligible and who died eligible but unable', () => {
    expect(outcomeOf(new Set(['letter-sent', 'screened-out']))).toBe('NE');
    expect(outcomeOf(new Set(['letter-sent', 'moved-away']))).toBe('NE');
    expect(outcomeOf(new Set(['letter-sent', 'deceased']))).toBe('O');
  });

  it('leaves unknown whose letter was never answered', () => {
    expect(outcomeOf(new Set(['code-issued', 'letter-sent']))).toBe('UH');
    expect(outcomeOf(new Set(['code-issued', 'letter-sent', 'undeliverable']))).toBe('UO');
    expect(outcomeOf(new Set())).toBe('UH');
  });
});
