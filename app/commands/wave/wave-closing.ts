import type { Command } from 'commander';
import { analyseWave } from '../../use-cases/analysis/analyse-wave.server.ts';
import { weightRun } from '../../use-cases/analysis/weight-run.server.ts';
import { closeWave } from '../../use-cases/fieldwork/close-wave.server.ts';
import { waveDefaults } from '../../use-cases/fieldwork/create-wave.server.ts';
import { deleteWave } from '../../use-cases/fieldwork/delete-wave.server.ts';
import { freezeWave } from '../../use-cases/fieldwork/freeze-wave.server.ts';
import { destroyIdentities } from '../../use-cases/fieldwork/identities/destroy-identities.server.ts';
import {
  type Consent,
  goesOn,
  unconfirmedClose,
  unconfirmedDeletion,
  unconfirmedDestruction,
  unconfirmedFreeze,
  unconfirmedPublication,
  yesOption,
} from '../confirmation.ts';
import { commandAct, instantIn, refuse, say, withFieldwork } from '../ending.ts';
import { publicationRefused } from '../hand-over.ts';
import { acceptOption, warningLines } from '../warning-lines.ts';

interface PublishOptions {
  correction?: string | null;
  accept: string[];
}

/**
 * `wave close`, `wave freeze`, `wave weight`, `wave publish`, `wave destroy-identities`, `wave delete`:
 * explicit acts.
 */
export function addWaveClosingCommands(program: Command): void {
  const wave = program.commands.find((command) => command.name() === 'wave') ?? program.command('wave');
  const act = (name: string, description: string) =>
    wave.command(name).description(description).argument('<wave>', 'for example 2026-2');

  act('close', 'end the fieldwork; after the grace period, close for good')
    .option('--early', 'also before the planned end')
    .option(...yesOption)
    .action(async (waveId: string, consent: Consent) => {
      await withFieldwork(async (database) => {
        const act = commandAct();
        if (!(await goesOn(unconfirmedClose(database, waveId, act.now), waveId, consent))) return;
        const closed = closeWave(database, waveId, act);
        if (!closed.ok) return refuse(closed);
        if (closed.closed) {
          const { complete, partial, brokeOff } = closed;
          return say(
            `${waveId} is closed; of those not sent ${complete} complete, ${partial} partial, ${brokeOff} broken off`,
          );
        }
        const zone = database.waves.wave(waveId)?.timeZone ?? waveDefaults.timeZone;
        say(`${waveId} takes nobody new; close it again after ${instantIn(closed.until, zone)}`);
      });
    });

  act('freeze', 'open the seals, shuffle, and destroy seals, receipts, codes and the key')
    .option('--empty', 'also a wave without any response')
    .option(...yesOption)
    .action(async (waveId: string, consent: Consent) => {
      await withFieldwork(async (database) => {
        if (!(await goesOn(unconfirmedFreeze(database, waveId), waveId, consent))) return;
        const frozen = freezeWave(database, waveId, commandAct());
        if (!frozen.ok) return refuse(frozen);
        const { responses, tooFewAnswers } = frozen;
        const deleted = tooFewAnswers > 0 ? `; ${tooFewAnswers} sent with too few answers deleted` : '';
        say(`${waveId} is frozen: ${responses} responses${deleted}`);
      });
    });

  act('weight', 'weight the responses, estimate and flag').action(async (waveId: string) => {
    await withFieldwork((database) => {
      const weighed = weightRun(database, waveId, commandAct());
      if (!weighed.ok) return refuse(weighed);
      const { designEffect, converged, warnings } = weighed.report;
      say(`weighted: design effect ${designEffect.toFixed(3)}, ${converged ? 'converged' : 'NOT converged'}`);
      const lines = warningLines(warnings.map((warning) => ({ study: null, warning })));
      if (lines.length > 0) say(...lines);
      const analysed = analyseWave(database, waveId, commandAct());
      if (!analysed.ok) return refuse(analysed);
      const { estimates, flags, places } = analysed.analysis;
      const told = flags.filter(({ severity }) => severity !== 'insufficient');
      say(`${estimates.length} estimates, ${told.length} flags, ${places.length} places`);
    });
  });

  acceptOption(act('publish', 'suppress and publish; on one machine city hall receives it at once'))
    .option('--correction <note>', 'why this replaces what was published before')
    .option(...yesOption)
    .action(async (waveId: string, { correction = null, accept, ...consent }: Consent & PublishOptions) => {
      await withFieldwork(async (database) => {
        if (!(await goesOn(unconfirmedPublication(database, waveId, correction), waveId, consent))) return;
        const refused = publicationRefused(database, { waveId, correction, accept });
        if (refused) refuse(refused);
      });
    });

  act('destroy-identities', 'delete the names and addresses of everyone drawn in a frozen wave')
    .option(...yesOption)
    .action(async (waveId: string, consent: Consent) => {
      await withFieldwork(async (database) => {
        if (!(await goesOn(unconfirmedDestruction(database, waveId), waveId, consent))) return;
        const destroyed = await destroyIdentities(database, waveId, commandAct());
        if (!destroyed.ok) return refuse(destroyed);
        const { identities, files, bytes } = destroyed;
        say(
          `${identities} identities of ${waveId} are destroyed; nothing of them is in ${files} files (${bytes} bytes)`,
        );
      });
    });

  act('delete', 'delete a wave that is only planned, with its files, so that it can be planned anew')
    .option(...yesOption)
    .action(async (waveId: string, consent: Consent) => {
      await withFieldwork(async (database) => {
        if (!(await goesOn(unconfirmedDeletion(database, waveId), waveId, consent))) return;
        const deleted = await deleteWave(database, waveId, commandAct());
        if (!deleted.ok) return refuse(deleted);
        say(`${waveId} is deleted: ${deleted.files} files, ${deleted.people} people in them`);
      });
    });
}
