import { describe, expect, it } from 'vitest';
import { dispositionOf, outcomeOf } from '#core/fieldwork/disposition.ts';

const over = (...events: string[]) => outcomeOf(new Set(events), 'over');
const running = (...events: string[]) => outcomeOf(new Set(events), 'running');
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
    expect(over('letter-sent', 'screened-out')).toBe('NE');
    expect(over('letter-sent', 'moved-away')).toBe('NE');
    expect(over('letter-sent', 'deceased')).toBe('O');
  });

  it('leaves unknown whose letter was never answered', () => {
    expect(over('code-issued', 'letter-sent')).toBe('UH');
    expect(over('code-issued', 'letter-sent', 'undeliverable')).toBe('UO');
    expect(over()).toBe('UH');
  });

  it('is open while a questionnaire is begun and not sent, and a break-off once the fieldwork is over', () => {
    expect(running('code-issued', 'opened', 'started')).toBe('unsent');
    expect(over('code-issued', 'opened', 'started')).toBe('R');
    expect(running('code-issued', 'opened', 'started', 'broke-off')).toBe('R');
    expect(running('code-issued', 'opened', 'started', 'refused')).toBe('R');
    expect(running('code-issued', 'opened')).toBe('UO');
  });

  it('is none for a released person to whom no letter has gone yet, until the fieldwork is over', () => {
    expect(running()).toBe('uninvited');
    expect(running('code-revoked')).toBe('uninvited');
    expect(running('code-issued')).toBe('UH');
    expect(running('letter-sent')).toBe('UH');
    expect(over()).toBe('UH');
  });
});
