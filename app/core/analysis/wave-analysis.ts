import { z } from 'zod';
import type { Contrast, Distribution, Estimate } from '../estimation/estimate.ts';
import { publishedWaveForm } from '../fieldwork/published-wave.ts';
import type { PublishedFlag, TestIdentity } from '../flagging/flag.ts';
import { publishedComparisonsForm } from '../flagging/published-comparisons.ts';
import { flagRuleSettingsForm } from '../flagging/rule-settings.ts';
import type { CopiedPattern } from '../places/copied-mentions.ts';
import { districtWishesForm } from '../places/district-wishes.ts';
import type { DescribedCell } from '../places/mention-map.ts';
import { publishedPlaceForm } from '../places/place.ts';
import { placeRuleSettingsForm } from '../places/place-rule-settings.ts';
import { listOf, text } from '../text/json-fields.ts';

/**
 * The form in which an analysis is kept as a run. Megabytes of figures: to look at each costs several times
 * what parsing them does, so the long lists are only taken to be lists; who, by which rules and of which
 * version is checked whole.
 */
export const waveAnalysisForm = z.strictObject({
  wave: publishedWaveForm.pick({
    waveId: true,
    year: true,
    season: true,
    modes: true,
    questionnaireVersion: true,
    otherScales: true,
  }),
  methodVersion: text,
  estimates: listOf<Estimate>(),
  contrasts: listOf<Contrast>(),
  distributions: listOf<Distribution>(),
  flags: listOf<PublishedFlag>(),
  /** Tests that raised nothing, and how many comparisons there were. */
  unflagged: listOf<TestIdentity>(),
  comparisons: z.array(publishedComparisonsForm),
  /** By which the flags were raised. */
  rule: flagRuleSettingsForm,
  places: z.array(publishedPlaceForm),
  placeRule: placeRuleSettingsForm,
  districtWishes: z.array(districtWishesForm),
  /** What looks copied among the mentions: for the firm's analyst, never published. */
  copiedPatterns: listOf<CopiedPattern>(),
  /** For display. */
  mentionCells: listOf<DescribedCell>(),
  /** Strata with one respondent, joined with a neighbour for the variance. */
  collapsedStrata: z.array(z.strictObject({ from: z.string(), into: z.string() })),
});

/** Exact figures of one wave. They never leave the firm; the next waves' tests of change start from them. */
export type WaveAnalysis = z.infer<typeof waveAnalysisForm>;
