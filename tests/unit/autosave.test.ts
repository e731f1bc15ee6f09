import { describe, expect, it } from 'vitest';
import { createAutosave, type SaveAnswer, type SaveState } from '#app/components/questionnaire/autosave.ts';

/** A page whose clock only moves when told, before a server that answers when told. */
function openedPage() {
  const jobs: { job: () => void; at: number }[] = [];
  const waiting: ((answer: SaveAnswer) => void)[] = [];
  const states: SaveState[] = [];
  const revisions: number[] = [];
  let now = 0;
  let sent = 0;
  const autosave = createAutosave({
    send: () => {
      sent += 1;
      return new Promise((resolve) => waiting.push(resolve));
    },
    onState: (state) => states.push(state),
    onRevision: (revision) => revisions.push(revision),
    schedule: (job, milliseconds) => {
      const entry = { job, at: now + milliseconds };
      jobs.push(entry);
      return () => {
        const index = jobs.indexOf(entry);
        if (index >= 0) jobs.splice(index, 1);
      };
    },
    random: () => 0.5,
  });
  return {
    autosave,
    states,
    revisions,
    sends: () => sent,
    pass(milliseconds: number) {
      now += milliseconds;
      for (const due of jobs.filter(({ at }) => at <= now)) {
        jobs.splice(jobs.indexOf(due), 1);
        due.job();
      }
    },
    async answer(answer: SaveAnswer) {
      waiting.shift()?.(answer);
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('answers that save themselves', () => {
  it('are sent once for all that follows at once', async () => {
    const page = openedPage();
    page.autosave.changed();
    page.pass(200);
    page.autosave.changed();
    page.pass(200);
    expect(page.sends()).toBe(0);
    page.pass(100);
    expect(page.sends()).toBe(1);
    await page.answer({ kind: 'saved', revision: 7 });
    expect([page.states, page.revisions, page.autosave.hasUnsaved()]).toEqual([
      ['saving', 'saved'],
      [7],
      false,
    ]);
  });

  it('are not called saved while a later answer is not, which goes out after the first', async () => {
    const page = openedPage();
    page.autosave.changed();
    page.pass(300);
    page.autosave.changed();
    await page.answer({ kind: 'saved', revision: 1 });
    expect(page.states).toEqual(['saving']);
    page.pass(300);
    expect(page.sends()).toBe(2);
    await page.answer({ kind: 'saved', revision: 2 });
    expect(page.states.at(-1)).toBe('saved');
  });

  it('are sent again after longer and longer pauses when nobody answers', async () => {
    const page = openedPage();
    page.autosave.changed();
    page.pass(300);
    await page.answer({ kind: 'unreachable' });
    expect(page.states.at(-1)).toBe('offline');
    expect(page.autosave.isCutOff()).toBe(true);
    page.pass(999);
    expect(page.sends()).toBe(1);
    page.pass(1);
    await page.answer({ kind: 'unreachable' });
    page.pass(1_999);
    expect(page.sends()).toBe(2);
    page.pass(1);
    expect(page.sends()).toBe(3);
    expect(page.states).toEqual(['saving', 'offline', 'offline']);
    await page.answer({ kind: 'saved', revision: 1 });
    expect(page.autosave.isCutOff()).toBe(false);
    expect(page.states.at(-1)).toBe('saved');
  });

  it('are not cut off from a server that refuses them', async () => {
    const page = openedPage();
    page.autosave.changed();
    page.pass(300);
    await page.answer({ kind: 'unreachable' });
    page.pass(1_000);
    await page.answer({ kind: 'refused' });
    expect([page.autosave.isCutOff(), page.states.at(-1)]).toEqual([false, 'refused']);
  });

  it.each(['stale', 'ended'] as const)('are not sent any more when the server says %s', async (kind) => {
    const page = openedPage();
    page.autosave.changed();
    page.pass(300);
    await page.answer({ kind });
    page.autosave.changed();
    page.pass(60_000);
    expect([page.sends(), page.states.at(-1)]).toEqual([1, kind]);
    expect(await page.autosave.flush()).toBe(false);
  });

  it('are left to the form once it is on its way, and sent again when the page is used again', async () => {
    const page = openedPage();
    page.autosave.changed();
    page.autosave.pause();
    page.pass(60_000);
    page.autosave.changed();
    page.pass(60_000);
    expect([page.sends(), await page.autosave.flush()]).toEqual([0, false]);
    page.autosave.resume();
    page.pass(300);
    expect(page.sends()).toBe(1);
  });

  it('are not tried again after a failure that comes when the form is on its way', async () => {
    const page = openedPage();
    page.autosave.changed();
    page.pass(300);
    page.autosave.pause();
    await page.answer({ kind: 'unreachable' });
    page.pass(60_000);
    expect(page.sends()).toBe(1);
  });
});
