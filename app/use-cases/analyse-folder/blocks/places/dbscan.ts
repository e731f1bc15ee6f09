import { type ClusteredPoint, dbscan } from '#core/places/dbscan.ts';
import type { Block, OutputCell } from '../../block.ts';
import { type Pin, pinMap } from '../../pin-map.ts';

/** Clusters of unsafe pins, pin by pin and in a summary of each cluster: for display only. */
export const dbscanBlock: Block = ({ folder, settings, note }) => {
  const { places } = settings;
  if (!folder.pins || !places) return [];
  const pins = pinMap(folder.pins, places).pins.filter(({ unsafe }) => unsafe);
  const { eps, min_points: minimumPoints } = places.dbscan;
  const clustered = dbscan(pins, { eps, minimumPoints });
  note({ rule: 'display-only', block: 'dbscan' });
  return [
    {
      name: 'dbscan',
      columns: ['pin_id', 'cluster', 'n_within_eps_incl_self', 'core'],
      rows: clustered.map(({ cluster, within, isCore }, index) => [
        pins[index]?.pinId ?? '',
        cluster,
        within,
        Number(isCore),
      ]),
    },
    {
      name: 'dbscan_summary',
      columns: ['cluster', 'n_pins', 'n_core', 'n_resp', 'w', 'cx', 'cy'],
      rows: summaryRows(pins, clustered),
    },
  ];
};

function summaryRows(pins: readonly Pin[], clustered: readonly ClusteredPoint[]): OutputCell[][] {
  const members = new Map<number, { pin: Pin; isCore: boolean }[]>();
  clustered.forEach(({ cluster, isCore }, index) => {
    if (cluster === 0) return;
    const points = members.get(cluster) ?? [];
    points.push({ pin: pins[index] as Pin, isCore });
    members.set(cluster, points);
  });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([cluster, points]) => {
      const sum = (of: (pin: Pin) => number): number => points.reduce((total, { pin }) => total + of(pin), 0);
      return [
        cluster,
        points.length,
        points.filter(({ isCore }) => isCore).length,
        new Set(points.map(({ pin }) => pin.respondent)).size,
        sum(({ weight }) => weight),
        sum(({ x }) => x) / points.length,
        sum(({ y }) => y) / points.length,
      ];
    });
}
