import { testSecret } from './fieldwork.ts';
import { type OpenWave, type OpenWaveOptions, openTestWave } from './open-wave.ts';
import { type RunningApp, startApp, withFieldwork } from './running-app.ts';

const dayMilliseconds = 86_400_000;

interface ResidentAppOptions extends Partial<OpenWaveOptions> {
  environment?: Record<string, string>;
  /** Puts more than the wave into the data folder. */
  prepare?: (dataFolder: string) => void | Promise<void>;
}

/** The running application with a wave that is open today and codes that open it. */
export async function startResidentApp({
  environment,
  prepare,
  ...wave
}: ResidentAppOptions = {}): Promise<{ app: RunningApp; wave: OpenWave }> {
  const made: OpenWave[] = [];
  const app = await startApp({
    environment,
    prepare: async (dataFolder) => {
      await prepare?.(dataFolder);
      return withFieldwork(dataFolder, (database) => {
        const days = { firstDay: dayFromNow(-20), lastDay: dayFromNow(20) };
        made.push(openTestWave(database, { ...days, secret: testSecret, ...wave }));
      });
    },
  });
  const [openWave] = made;
  if (!openWave) throw new Error('startResidentApp made no wave');
  return { app, wave: openWave };
}

export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * dayMilliseconds).toISOString().slice(0, 10);
}
