import type { FlagStatus } from '../flagging/flag.ts';

/** A group of touching map cells where unsafe mentions are more than people's paths explain (method 3.7). */
export interface PublishedPlace {
  placeId: string;
  /** Name of the nearest gazetteer entry; never a resident's own words. */
  name: string;
  district: number | null;
  latitude: number;
  longitude: number;
  /** H3 cells, resolution 9 or 10. */
  cells: string[];
  /** In its cells and their neighbours, rounded down to 10; null for 5 to 9 people. */
  unsafeRespondents: number | null;
  totalRespondents: number | null;
  q: number;
  familySize: number;
  /** Leading reasons and times, codes of `placeAnswers`, each from at least 10 people. */
  reasons: number[];
  times: number[];
  status: FlagStatus;
}
