import { describe, expect, it } from 'vitest';
import type { SaveAnswer } from '#app/components/questionnaire/autosave.ts';
import { createOutbox, type LeftPage } from '#app/components/questionnaire/walk/outbox.ts';

const left = (page: string, step: string | null): LeftPage => ({ page, step, fields: [['page', page]] });

/** An outbox whose server gives these answers, one after the other. */
function outboxAt(answers: SaveAnswer[]) {
  const log: string[] = [];
  const outbox = createOutbox({
    post: async (fields) => {
      log.push(`post ${fields[0]?.[1]}`);
      return answers.shift() ?? { kind: 'unreachable' };
    },
    onRevision: (revision) => log.push(`revision ${revision}`),
    onRefused: ({ page }) => log.push(`refused ${page}`),
    onAstray: (step) => log.push(`to ${step}`),
  });
  return { outbox, log };
}

describe('pages that were left before they were saved', () => {
  it('are sent in the order in which they were left, and forgotten when the server has them', async () => {
    const { outbox, log } = outboxAt([
      { kind: 'saved', revision: 2, step: 'feeling' },
      { kind: 'saved', revision: 3, step: 'problems' },
    ]);
    outbox.add(left('city', 'feeling'));
    outbox.add(left('feeling', 'problems'));
    expect(await outbox.deliver()).toBe('delivered');
    expect(log).toEqual(['post city', 'revision 2', 'post feeling', 'revision 3']);
    expect(outbox.isEmpty()).toBe(true);
  });

  it('stay while no server is found, with all behind them, and are sent once though many ask', async () => {
    const { outbox, log } = outboxAt([
      { kind: 'unreachable' },
      { kind: 'saved', revision: 2, step: 'feeling' },
    ]);
    outbox.add(left('city', 'feeling'));
    expect(await Promise.all([outbox.deliver(), outbox.deliver()])).toEqual(['unreachable', 'unreachable']);
    expect(log).toEqual(['post city']);
    expect(outbox.unsent().map(({ page }) => page)).toEqual(['city']);
    expect(await outbox.deliver()).toBe('delivered');
    expect(outbox.isEmpty()).toBe(true);
  });

  it.each(['stale', 'ended', 'refused'] as const)(
    'are handed to a document when the server says %s',
    async (kind) => {
      const { outbox, log } = outboxAt([{ kind }]);
      outbox.add(left('city', 'feeling'));
      await outbox.deliver();
      expect(log).toEqual(['post city', 'refused city']);
    },
  );

  it('lead where the server says when that is elsewhere, and nowhere when the browser led away', async () => {
    const { outbox, log } = outboxAt([
      { kind: 'saved', revision: 2, step: 'outside' },
      { kind: 'saved', revision: 3, step: 'city' },
      { kind: 'refused' },
    ]);
    outbox.add(left('city', 'feeling'));
    outbox.add(left('feeling', null));
    outbox.add(left('problems', null));
    await outbox.deliver();
    expect(log.filter((line) => !line.startsWith('post'))).toEqual([
      'revision 2',
      'to outside',
      'revision 3',
    ]);
  });
});
