/** How a map cell's share of unsafe mentions stands to the city's. */
export const mentionStandings = ['above', 'near', 'below'] as const;
/** Lower limits of the bands in which people are counted; the last is open. */
export const mentionBands = [5, 10, 20, 50, 100] as const;
