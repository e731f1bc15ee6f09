import { dirname } from 'node:path';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../../staff-act.ts';
import { identityTraces } from './identity-traces.ts';
import { searchFolder, type TracedFile } from './search-data-folder.server.ts';

export type DestroyedIdentities = Outcome<
  { identities: number; files: number; bytes: number },
  'unknown-wave' | 'not-frozen' | 'already-destroyed' | 'identities-elsewhere' | 'identities-left'
>;

/**
 * Deletes names, addresses, telephone numbers and register ids of everyone drawn in a frozen wave, and what
 * is left of its register extract. Cases, strata and events stay, under their random ids: outcome rates and
 * weights can still be checked.
 *
 * Deleted is what cannot be found: every file of the data folder is searched for them byte by byte. What
 * stands in another file is named before anything is done; what is left in the database has it written anew;
 * what is left even then is a failure, and the wave does not count as destroyed.
 */
export async function destroyIdentities(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct,
): Promise<DestroyedIdentities> {
  const refusal = refusalOf(database, waveId);
  if (refusal) return { ok: false, reason: refusal };
  const folder = dirname(database.sqlite.name);
  const drawn = database.closing.drawnPeople(waveId);
  const traces = identityTraces(drawn, database.closing.peopleOfOtherWaves(waveId));
  const elsewhere = (await searchFolder(folder, traces)).found.filter(({ file }) => !isOwn(database, file));
  if (elsewhere.length > 0) return { ok: false, reason: 'identities-elsewhere', detail: whereOf(elsewhere) };

  const identities = database.transact(() =>
    refusalOf(database, waveId) ? 0 : database.closing.destroyIdentities(waveId),
  );
  // Nobody is left to look for when the act was broken off after this: then the file is written anew unseen.
  if (drawn.length === 0) database.rebuild();
  else database.emptyLog();

  let searched = await searchFolder(folder, traces);
  if (searched.found.length > 0) {
    database.rebuild();
    searched = await searchFolder(folder, traces);
  }
  const { files, bytes, found } = searched;
  return database.transact((): DestroyedIdentities => {
    if (found.length > 0) {
      const detail = whereOf(found);
      database.audit.record(entryOf(act, 'identities-left', waveId, detail));
      return { ok: false, reason: 'identities-left', detail };
    }
    const overtaken = refusalOf(database, waveId);
    if (overtaken) return { ok: false, reason: overtaken };
    database.waves.updateWave(waveId, { identitiesDestroyedAt: act.now });
    database.audit.record(entryOf(act, 'identities-destroyed', waveId, { identities, files, bytes }));
    return { ok: true, identities, files, bytes };
  });
}

function refusalOf(database: FieldworkDatabase, waveId: string) {
  const wave = database.waves.wave(waveId);
  if (!wave) return 'unknown-wave';
  if (wave.frozenAt === null) return 'not-frozen';
  return wave.identitiesDestroyedAt === null ? null : 'already-destroyed';
}

/** The database's own file, with its log and the log's index. */
function isOwn(database: FieldworkDatabase, file: string): boolean {
  const own = database.sqlite.name;
  return [own, `${own}-wal`, `${own}-shm`].some((path) => path === `${dirname(own)}/${file}`);
}

function whereOf(found: readonly TracedFile[]): { files: string; traces: number } {
  return {
    files: found.map(({ file }) => file).join(', '),
    traces: found.reduce((sum, { traces }) => sum + traces, 0),
  };
}
