/** How a map cell's share of unsafe mentions stands to the city's. */
export const mentionStandings = ['above', 'near', 'below'] as const;
/** Lower limits of the bands in which people are counted; the last is open. */
export const mentionBands = [5, 10, 20, 50, 100] as const;

/** A cell of the map in which at least five people called a place unsafe. Descriptive: it decides nothing. */
export interface PublishedMentionCell {
  /** H3 cell of the place rule's resolution. */
  cell: string;
  /** At least so many people, and fewer than the next band. */
  people: (typeof mentionBands)[number];
  /**
   * Whether places in the cell and its neighbours are called unsafe more or less often than in the city as a whole: Gi* of the
   * excess from 2 up, or from −2 down.
   */
  standing: (typeof mentionStandings)[number];
}
