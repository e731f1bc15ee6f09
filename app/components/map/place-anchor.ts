/** Id of a place's row on the page of a wave's flags. */
export function placeAnchor(placeId: string): string {
  return `place-${placeId}`;
}
