import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { CityOutline } from '#core/geography/district-outlines.ts';
import type { LocalisedText } from '#core/language.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type FigureBasis, figureBasis } from '../figure-basis.server.ts';
import { type ChangeBasis, changeBasis } from '../flag-list.server.ts';
import { type Action, type Audience, actionsFor } from '../interventions/actions-for.server.ts';
import { smallOutlineDrawing, smallOutlines } from '../map/city-outline.server.ts';
import { type GonePlaces, gonePlaces, type ListedPlace, placeList } from '../published/place-list.server.ts';
import {
  publicationOf,
  type TrendPoint,
  trend,
  type WaveSummary,
} from '../published/published-results.server.ts';
import type { DistrictLine } from './act-lines.ts';
import { type HeadlineIndicator, type PublishedOverview, publishedOverview } from './published-overview.ts';

/** A headline indicator in the whole city: the figure that leads, and every wave before it. */
export interface HeadlineTrend {
  indicator: HeadlineIndicator;
  city: PublishedEstimate | null;
  points: readonly TrendPoint[];
}

/** A district where to act: what people want done at its unsafe places, and what is done. */
export interface ActLine extends DistrictLine {
  /** Most wanted first. */
  wishes: LocalisedText[];
  /** How many know unsafe places there and said so, rounded down to 10; null for fewer than 10. */
  wishedBy: number | null;
  actions: Action[];
}

/** A flagged place: where its mark stands on the map, and what is done there. */
export interface PlaceLine extends ListedPlace {
  x: number;
  y: number;
  actions: Action[];
}

/** The page that answers where to act. */
export interface OverviewReport extends Omit<PublishedOverview, 'headlines' | 'lines' | 'wishes'> {
  lines: ActLine[];
  summary: WaveSummary;
  waveIds: string[];
  basis: FigureBasis;
  rule: FlagRuleSettings;
  changes: ChangeBasis;
  outline: CityOutline;
  places: PlaceLine[];
  /** Places that the last comparable wave flagged and this one does not. */
  gone: GonePlaces | null;
  headlines: HeadlineTrend[];
}

/** Null where nothing is published. */
export function overviewReport(
  database: ResultsDatabase,
  summary: WaveSummary | null,
  waves: readonly WaveSummary[],
  audience: Audience = 'anyone',
): OverviewReport | null {
  if (!summary) return null;
  const { waveId } = summary.wave;
  const publication = publicationOf(database, waveId);
  if (!publication) return null;
  const { headlines, lines, wishes, ...overview } = publishedOverview(publication);
  const actions = actionsFor(database, audience);
  const drawing = smallOutlineDrawing();
  return {
    ...overview,
    lines: lines.map((line) => ({
      ...line,
      wishes: wishes.get(line.district)?.wishes ?? [],
      wishedBy: wishes.get(line.district)?.people ?? null,
      actions: actions.district(line.district),
    })),
    summary,
    waveIds: waves.map(({ wave }) => wave.waveId),
    basis: figureBasis(publication),
    rule: publication.method.rule,
    changes: changeBasis(database, publication),
    outline: smallOutlines(),
    gone: gonePlaces(database, publication),
    places: placeList(database, waveId).map((listed) => ({
      ...listed,
      ...drawing.pointOf(listed.place),
      actions: actions.place(listed.place),
    })),
    headlines: headlines.map((headline) => ({
      ...headline,
      points: trend(database, headline.indicator.id, 'city').filter(({ wave }) => wave.waveId <= waveId),
    })),
  };
}
