import { defaultFlagRule } from '#city/flag-rule.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import type { PlaceRuleSettings } from '#core/places/place-rule-settings.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

/** What is decided before a wave opens and then stays: stored as JSON in `waves.settings`. */
export interface WaveSettings {
  rule: FlagRuleSettings;
  placeRule: PlaceRuleSettings;
}

/**
 * The rules that were decided before the wave opened. They are stored whole, so that a later version of the platform, with other
 * defaults, flags an old wave by the rule it was announced with; only the oldest waves name none.
 */
export function settingsOf({ settings }: Pick<WaveRow, 'settings'>): WaveSettings {
  const stored = JSON.parse(settings) as { [Name in keyof WaveSettings]?: WaveSettings[Name] | null };
  return { rule: stored.rule ?? defaultFlagRule, placeRule: stored.placeRule ?? defaultPlaceRule };
}
