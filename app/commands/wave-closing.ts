import type { Command } from 'commander';
import { analyseWave } from '../use-cases/analyse-wave.server.ts';
import { closeWave } from '../use-cases/close-wave.server.ts';
import { destroyIdentities } from '../use-cases/destroy-identities.server.ts';
import { freezeWave } from '../use-cases/freeze-wave.server.ts';
import { weighWave } from '../use-cases/weigh-wave.server.ts';
import { commandAct, refuse, say, withFieldwork } from './ending.ts';
import { publicationRefused } from './hand-over.ts';

/** `wave close`, `wave freeze`, `wave weight`, `wave publish`, `wave destroy-identities`: each an explicit act. */
export function addWaveClosingCommands(program: Command): void {
  const wave = program.commands.find((command) => command.name() === 'wave') ?? program.command('wave');
  const act = (name: string, description: string) =>
    wave.command(name).description(description).argument('<wave>', 'for example 2026-2');

  act('close', 'end the fieldwork; after the grace period, close for good').action(async (waveId: string) => {
    const closed = await withFieldwork((database) => closeWave(database, waveId, commandAct()));
    if (!closed.ok) return refuse(closed);
    if (closed.closed) say(`${waveId} is closed: ${closed.partial} partial, ${closed.brokeOff} broken off`);
    else say(`${waveId} takes nobody new; close it again after ${new Date(closed.until).toISOString()}`);
  });

  act('freeze', 'open the seals, shuffle, and destroy seals, receipts, codes and the key').action(
    async (waveId: string) => {
      const frozen = await withFieldwork((database) => freezeWave(database, waveId, commandAct()));
      if (!frozen.ok) return refuse(frozen);
      say(`${waveId} is frozen: ${frozen.responses} responses`);
    },
  );

  act('weight', 'weight the responses, estimate and flag').action(async (waveId: string) => {
    await withFieldwork((database) => {
      const weighed = weighWave(database, waveId, commandAct());
      if (!weighed.ok) return refuse(weighed);
      const { designEffect, converged } = weighed.report;
      say(`weighted: design effect ${designEffect.toFixed(3)}, ${converged ? 'converged' : 'NOT converged'}`);
      const analysed = analyseWave(database, waveId, commandAct());
      if (!analysed.ok) return refuse(analysed);
      const { estimates, flags, places } = analysed.analysis;
      const told = flags.filter(({ severity }) => severity !== 'insufficient');
      say(`${estimates.length} estimates, ${told.length} flags, ${places.length} places`);
    });
  });

  act('publish', 'suppress and publish; on one machine city hall receives it at once')
    .option('--correction <note>', 'why this replaces what was published before')
    .action(async (waveId: string, { correction = null }: { correction?: string | null }) => {
      await withFieldwork((database) => {
        const refused = publicationRefused(database, { waveId, correction });
        if (refused) refuse(refused);
      });
    });

  act('destroy-identities', 'delete the names and addresses of everyone drawn in a frozen wave').action(
    async (waveId: string) => {
      const destroyed = await withFieldwork((database) => destroyIdentities(database, waveId, commandAct()));
      if (!destroyed.ok) return refuse(destroyed);
      say(`${destroyed.identities} identities of ${waveId} are destroyed`);
    },
  );
}
