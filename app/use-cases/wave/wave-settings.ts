import { z } from 'zod';
import { flagRuleSettingsForm } from '#core/flagging/rule-settings.ts';
import { placeRuleSettingsForm } from '#core/places/place-rule-settings.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

const waveSettingsForm = z.strictObject({ rule: flagRuleSettingsForm, placeRule: placeRuleSettingsForm });

/** What is decided before a wave opens and then stays: stored as JSON in `waves.settings`. */
export type WaveSettings = z.infer<typeof waveSettingsForm>;

/**
 * The rules that were decided before the wave opened. They are stored whole, so that a later version of the
 * platform, with other defaults, flags an old wave by the rule it was announced with.
 */
export function settingsOf({ waveId, settings }: Pick<WaveRow, 'waveId' | 'settings'>): WaveSettings {
  return readStored(waveSettingsForm, settings, `waves.settings of ${waveId}`);
}
