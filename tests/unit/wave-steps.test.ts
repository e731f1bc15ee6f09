import { describe, expect, it } from 'vitest';
import { nextStep, stepStates, type WaveFacts } from '#core/fieldwork/wave-steps.ts';

const facts: WaveFacts = {
  status: 'planned',
  frameProcessed: false,
  awaitingCode: 0,
  identitiesDestroyed: false,
  fieldworkOver: false,
};

describe('the steps of a wave', () => {
  it.each<[string, Partial<WaveFacts>, string | null]>([
    ['a planned wave needs its frame', {}, 'frame'],
    ['a wave with its frame is drawn', { frameProcessed: true }, 'draw'],
    ['a drawn wave needs codes', { status: 'sampled', awaitingCode: 6000 }, 'codes'],
    ['a wave with codes is opened', { status: 'sampled' }, 'fieldwork'],
    ['an open wave waits for its end', { status: 'open' }, null],
    ['a wave whose fieldwork has ended is closed', { status: 'open', fieldworkOver: true }, 'close'],
    ['a closed wave is frozen', { status: 'closed' }, 'freeze'],
    ['a frozen wave is weighted', { status: 'frozen' }, 'weight'],
    ['a weighted wave is published', { status: 'weighted' }, 'publish'],
    ['a published wave loses its identities', { status: 'published' }, 'destroy'],
    ['and then there is nothing left to do', { status: 'published', identitiesDestroyed: true }, null],
  ])('%s', (_, change, expected) => {
    expect(nextStep({ ...facts, ...change })).toBe(expected);
  });

  it('are done before the next one and later after it', () => {
    const states = stepStates({ ...facts, status: 'closed', frameProcessed: true });
    expect(states).toMatchObject({ plan: 'done', close: 'done', freeze: 'next', weight: 'later' });
  });

  it('say that fieldwork runs until it ends, and no longer', () => {
    const open = { ...facts, status: 'open', frameProcessed: true } as const;
    expect(stepStates(open)).toMatchObject({ codes: 'done', fieldwork: 'running', close: 'later' });
    const over = stepStates({ ...open, fieldworkOver: true, awaitingCode: 600 });
    expect(over).toMatchObject({ codes: 'done', fieldwork: 'done', close: 'next', freeze: 'later' });
  });

  it('ask for codes again when a replicate was released in an open wave', () => {
    const states = stepStates({ ...facts, status: 'open', frameProcessed: true, awaitingCode: 600 });
    expect(states).toMatchObject({ codes: 'next', fieldwork: 'running', close: 'later' });
  });
});
