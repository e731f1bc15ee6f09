import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import { anAct } from '#tests/support/fieldwork.ts';
import { aFrozenAndAnOpenWave } from '#tests/support/frozen-wave.ts';
import { withFieldwork } from '#tests/support/running-app.ts';

const folder = testFolder();
const firm = aCommandLine(folder, { POCZUCIE_AREAS: 'survey,fieldwork' });
const city = aCommandLine(testFolder(), { POCZUCIE_AREAS: 'results,public' });
const file = join(folder, 'publication.json');
let wave: string;

beforeAll(async () => {
  const { frozen, copyTo } = await aFrozenAndAnOpenWave();
  copyTo(folder);
  wave = frozen;
  const act = anAct(Date.UTC(2026, 10, 3), 'publishing');
  await withFieldwork(folder, (database) => {
    if (!weightRun(database, wave, act).ok || !analyseWave(database, wave, act).ok) throw new Error('no run');
  });
}, 120_000);

describe('a publication that is carried from the firm to a city hall elsewhere', { timeout: 120_000 }, () => {
  it('is signed by the key that the firm made, refused until the city trusts that key, and then received, also with a byte order mark', async () => {
    expect((await firm('publication', 'key', 'show')).stderr).toContain('[no-publication-key]');
    const created = await firm('publication', 'key', 'create');
    expect(created.stdout).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\w+/=]+\n-----END PUBLIC KEY-----$/m);
    const key = JSON.parse((await firm('publication', 'key', 'show', '--json')).stdout) as {
      publicKey: string;
      fingerprint: string;
      pem: string;
    };
    await withFieldwork(folder, (database) => {
      const act = anAct(Date.UTC(2026, 10, 3), 'publishing');
      expect(publishWave(database, { waveId: wave }, act)).toMatchObject({ ok: true });
    });
    const exported = await firm('publication', 'export', wave, '--out', file);
    const digest = /SHA-256 ([0-9a-f]{64})/.exec(exported.stdout)?.[1] ?? '';

    const unknown = await city('publication', 'receive', file);
    expect([unknown.exitCode, unknown.stderr]).toEqual([1, expect.stringContaining('[unknown-signer:')]);
    expect(unknown.stderr).toContain(key.fingerprint);

    const pem = join(folder, 'firm.pem');
    writeFileSync(pem, key.pem);
    const trusted = await city('publication', 'trust', pem, '--note', 'the firm');
    expect([trusted.exitCode, trusted.stdout]).toEqual([0, expect.stringContaining(key.fingerprint)]);
    expect((await city('publication', 'trust', key.publicKey)).stderr).toContain('[already-trusted]');
    for (const begin of ['-S', '-h', '--']) {
      const other = `${begin}dKveIDltd9nn-kWbuolYkee5pf2bU-VPg-8SN2SVI`.slice(0, 43);
      const pasted = await city('publication', 'trust', other, '--note', 'begins with a stroke');
      expect([pasted.exitCode, pasted.stdout]).toEqual([0, expect.stringContaining('trusted from now on')]);
    }

    const altered = join(folder, 'altered.json');
    writeFileSync(altered, readFileSync(file, 'utf8').replace(/"familySize":\d+/, '"familySize":1'));
    expect((await city('publication', 'receive', altered)).stderr).toContain('[altered]');
    expect((await city('publication', 'receive', file, '--sha256', '0'.repeat(64))).stderr).toContain(
      '[altered]',
    );

    const marked = join(folder, 'marked.json');
    writeFileSync(marked, `\ufeff${readFileSync(altered, 'utf8')}`);
    expect((await city('publication', 'receive', marked)).stderr).toContain('[altered]');
    writeFileSync(marked, `\ufeff${readFileSync(file, 'utf8')}`);
    const received = await city('publication', 'receive', marked, '--sha256', digest);
    expect([received.exitCode, received.stdout, received.stderr]).toEqual([0, `received ${wave}.1\n`, '']);
    expect((await city('publication', 'receive', file)).stderr).toContain('[already-received]');
  });

  it('is taken in no more when the key is revoked', async () => {
    const list = async () => (await city('publication', 'trust', 'list')).stdout;
    const fingerprint = (await list()).slice(0, 64);
    expect((await city('publication', 'trust', 'revoke', fingerprint.slice(0, 10))).exitCode).toBe(0);
    expect(await list()).toMatch(/revoked \d{4}-\d\d-\d\d {2}the firm/);
    expect((await city('publication', 'receive', file)).stderr).toContain('[revoked-signer:');
    expect((await city('publication', 'trust', 'revoke', 'ffffffffff')).stderr).toContain('[unknown-key]');
    expect((await city('publication', 'trust', 'not-a-key')).stderr).toContain('[key-unreadable]');
  });
});
