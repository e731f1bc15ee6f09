import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFieldwork } from '#db/fieldwork/database.ts';
import { anAnsweredWave } from '#tests/support/answered-wave.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';

it('the command line takes a wave from the last answer to the publication', {
  timeout: 600_000,
}, async () => {
  const data = testFolder();
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  const waveId = await anAnsweredWave(database);
  database.waves.updateWave(waveId, { opensAt: Date.UTC(2020, 8, 1), closesAt: Date.UTC(2020, 9, 31) });
  database.waves.updateWave(waveId, { closesAt: Date.UTC(2099, 9, 31) });
  database.close();
  const run = aCommandLine(data);
  const done = async (...words: string[]) => {
    const end = await run(...words);
    expect(end).toMatchObject({ exitCode: 0 });
    return end.stdout;
  };
  /** Refused for want of a word, and the database is as it was. */
  const stops = async (reason: string, ...words: string[]) => {
    const before = auditOf(data);
    const end = await run(...words);
    expect(end).toMatchObject({ exitCode: 1, stdout: '' });
    expect(end.stderr).toContain(`[${reason}`);
    expect(auditOf(data)).toEqual(before);
  };

  expect((await run('wave', 'freeze', waveId)).stderr).toContain('[not-closed]');
  expect((await run('wave', 'publish', waveId)).stderr).toContain('[not-frozen-yet: status open]');
  await stops('close-early', 'wave', 'close', waveId);
  await stops('close-early', 'wave', 'close', waveId, '--early');
  await stops('close-early', 'wave', 'close', waveId, '--yes', waveId);
  await stops('another-wave-named', 'wave', 'close', waveId, '--early', '--yes', '2031-1');
  expect(await done('wave', 'close', waveId, '--early', '--yes', waveId)).toMatch(
    /close it again after .* Europe\/Warsaw\n$/,
  );
  const ended = JSON.parse(await done('wave', 'show', waveId, '--json'));
  expect(ended.plannedLastDay).toBe('2026-10-31');
  expect(ended.plannedEnd).toBe('2026-11-01 00:00:00 Europe/Warsaw');
  expect(ended.end).not.toBe(ended.plannedEnd);
  endIn2020(data, waveId);
  await stops('close-unconfirmed', 'wave', 'close', waveId);
  expect(await done('wave', 'close', waveId, '--yes', waveId)).toBe(
    `${waveId} is closed; of those not sent 0 complete, 0 partial, 0 broken off\n`,
  );
  await stops('freeze-unconfirmed', 'wave', 'freeze', waveId);
  expect(await done('wave', 'freeze', waveId, '--yes', waveId)).toBe(`${waveId} is frozen: 720 responses\n`);
  expect(await done('wave', 'weight', waveId)).toMatch(
    /, converged\n(warning: .*\n)*\d+ estimates, \d+ flags, \d+ places\n$/,
  );
  await stops('publish-unconfirmed', 'wave', 'publish', waveId);
  expect(await done('wave', 'publish', waveId, '--yes', waveId)).toMatch(
    /^published .*\ncity hall received .*\n$/,
  );
  expect((await run('wave', 'publish', waveId)).stderr).toContain('[correction-note-missing]');
  const out = join(testFolder(), 'publication.json');
  await done('publication', 'export', waveId, '--out', out);
  expect((await run('publication', 'receive', out)).stderr).toContain('[already-received]');
  expect(await done('wave', 'destroy-identities', waveId, '--yes', waveId)).toMatch(/^1260 identities/);

  const city = aCommandLine();
  const wrong = await city('publication', 'receive', out, '--sha256', '0'.repeat(64));
  expect(wrong).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('[altered]') });
  const { publicKey } = JSON.parse(await done('publication', 'key', 'show', '--json'));
  expect(await city('publication', 'trust', publicKey)).toMatchObject({ exitCode: 0 });
  const elsewhere = await city('publication', 'receive', out);
  expect(elsewhere).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^received /) });
  expect(JSON.parse(readFileSync(out, 'utf8')).publication.wave).toMatchObject({ waveId });

  const correcting = ['wave', 'publish', waveId, '--correction', 'a corrected margin'];
  await stops('publish-unconfirmed', ...correcting);
  const corrected = await done(...correcting, '--yes', waveId);
  expect(corrected).toBe(publishedAs(data, `${waveId}.2`));
  const correction = join(testFolder(), 'correction.json');
  await done('publication', 'export', waveId, '--out', correction);
  const first = join(testFolder(), 'first.json');
  await done('publication', 'export', waveId, '--number', '1', '--out', first);
  expect(readFileSync(first, 'utf8')).toBe(readFileSync(out, 'utf8'));
  const none = await run('publication', 'export', waveId, '--number', '3', '--out', join(data, 'none.json'));
  expect(none.stderr).toContain('[no-such-publication: newest 2]');
  const third = aCommandLine();
  expect(await third('publication', 'trust', publicKey)).toMatchObject({ exitCode: 0 });
  expect((await third('publication', 'receive', correction)).stderr).toContain(
    `[replaces-unknown: missing ${waveId}.1, newestHere –]`,
  );
  expect(await city('publication', 'receive', correction)).toMatchObject({ exitCode: 0 });
});

/** Every act on a wave leaves its entry, so that without another entry nothing was done. */
function auditOf(data: string): unknown[] {
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  try {
    return database.sqlite.prepare('SELECT audit_id, act FROM audit').all();
  } finally {
    database.close();
  }
}

function endIn2020(data: string, waveId: string): void {
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  database.waves.updateWave(waveId, { closesAt: Date.UTC(2020, 9, 31) });
  database.close();
}

/**
 * What is said of a publication that is stored, which was computed anew and whose way to city hall is in the
 * audit.
 */
function publishedAs(data: string, publicationId: string): string {
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  try {
    const waveId = publicationId.slice(0, '2026-2'.length);
    const [newest, replaced] = database.analysis.publications(waveId);
    const acts = database.audit.ofSubject(waveId, 3).map(({ act }) => act);
    expect(acts).toEqual(['publication-handed-over', 'wave-published', 'wave-analysed']);
    expect(newest).toMatchObject({ publicationId, replaces: replaced?.publicationId });
    expect(newest?.analysisRunId).toBeGreaterThan(replaced?.analysisRunId ?? 0);
    return `published ${publicationId}, SHA-256 ${newest?.sha256}\ncity hall received ${publicationId}\n`;
  } finally {
    database.close();
  }
}
