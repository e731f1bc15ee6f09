import { comparableName } from '../text/comparable-name.ts';
import { wordList } from '../text/normal-form.ts';
import { quoted } from '../text/quoted.ts';
import { type CameraKind, type CameraRow, cameraKinds } from './camera.ts';
import type { ImportSettings, RegisterColumn } from './import-settings.ts';
import type { RegisterFault, RegisterFaultCode } from './register-fault.ts';

/** What a register is checked against. */
export interface RegisterRules {
  /** The number of the district that a word names, as `districtWords` tells it. */
  districtOfWord(word: string): number | undefined;
  /** The number of the district in which a point (WGS84 degrees) lies; null outside the city. */
  districtAt(point: { latitude: number; longitude: number }): number | null;
  /** Names of the units that the city knows. */
  knownUnits: readonly string[];
}

/** What a checked register comes to. */
export interface CheckedRegister {
  /** Sound rows, in the order of the file. */
  cameras: CameraRow[];
  faults: RegisterFault[];
  /** Names that are neither known nor taken as new, each with its number of rows. */
  unknownUnits: { name: string; rows: number }[];
  /** Rows whose point lies in another district than the register says; the register's is kept. */
  elsewhere: number;
}

interface Point {
  latitude: number;
  longitude: number;
}

const longestCell = 300;
const mostAtOnce = 100_000;

const kindOfWord = wordList<CameraKind>([
  ...cameraKinds.map((kind) => [kind, kind] as const),
  ['zintegrowana', 'integrated'],
  ['zintegrowany', 'integrated'],
  ['zintegrowane', 'integrated'],
  ['w systemie', 'integrated'],
  ['system zintegrowany', 'integrated'],
  ['możliwa do włączenia', 'linkable'],
  ['możliwa do podłączenia', 'linkable'],
  ['do włączenia', 'linkable'],
  ['do podłączenia', 'linkable'],
  ['włączalna', 'linkable'],
  ['jednostka miejska', 'linkable'],
  ['planowana', 'planned'],
  ['planowany', 'planned'],
  ['planowane', 'planned'],
  ['plan', 'planned'],
]);

/**
 * Checks the rows of a camera register against the city. A row is sound or it is not in the answer; every
 * fault of a row is told, with what was found. Decimal commas are read. A row without a district gets the one
 * that its point lies in; where both are given and differ the register's stays, for its boundaries are the
 * newer ones. The same number of one unit is one camera; without a number, rows with a point are the same by
 * kind, unit and point, and rows that count cameras of an area by kind, unit and district.
 */
export function checkRegister(
  rows: readonly { line: number; cells: readonly string[] }[],
  width: number,
  settings: ImportSettings,
  { districtOfWord, districtAt, knownUnits }: RegisterRules,
): CheckedRegister {
  const unitOfName = new Map(
    [...settings.newUnits, ...knownUnits].map((name) => [comparableName(name), name] as const),
  );
  const unknown = new Map<string, { name: string; rows: number }>();
  const firstLineOf = new Map<string, number>();
  const used = Object.entries(settings.columns) as [RegisterColumn, number][];
  const countsCameras = settings.columns.count !== undefined;
  const cameras: CameraRow[] = [];
  const faults: RegisterFault[] = [];
  let elsewhere = 0;

  for (const { line, cells } of rows) {
    const before = faults.length;
    const report = (code: RegisterFaultCode, column: RegisterColumn | null, found: string) =>
      faults.push({ line, code, column, found: quoted(found) });
    const text = (column: RegisterColumn) => {
      const position = settings.columns[column];
      return position === undefined ? '' : (cells[position] ?? '');
    };
    if (cells.length !== width) {
      report('ragged-row', null, `${cells.length} ≠ ${width}`);
      continue;
    }
    for (const [column, position] of used) {
      const cell = cells[position] ?? '';
      if (cell.length > longestCell) report('cell-too-long', column, `${cell.length} > ${longestCell}`);
      else if (/[<>]/.test(cell)) report('markup-in-cell', column, cell);
      else if (/\p{Cc}/u.test(cell)) report('control-character', column, cell);
    }
    if (faults.length > before) continue;

    const kind = text('kind') === '' ? settings.kindOfAll : (kindOfWord(text('kind')) ?? null);
    if (kind === null) report(text('kind') === '' ? 'missing-kind' : 'unknown-kind', 'kind', text('kind'));

    const unitName = text('unit') === '' ? settings.unitOfAll : text('unit');
    const unit = unitOfName.get(comparableName(unitName));
    if (unitName === '') report('missing-unit', 'unit', '');
    else if (unit === undefined) {
      const key = comparableName(unitName);
      const entry = unknown.get(key) ?? { name: unitName, rows: 0 };
      entry.rows += 1;
      unknown.set(key, entry);
      report('unknown-unit', 'unit', unitName);
    }

    const point = checkedPoint(text('latitude'), text('longitude'), districtAt, report);
    const named = text('district') === '' ? null : (districtOfWord(text('district')) ?? null);
    if (text('district') !== '' && named === null) report('unknown-district', 'district', text('district'));
    if (text('district') === '' && text('latitude') === '' && text('longitude') === '')
      report('missing-area', 'district', '');
    const lies = point && districtAt(point);
    const district = named ?? lies ?? null;
    const count = checkedCount(text('count'), report);

    if (faults.length > before || kind === null || unit === undefined || district === null || count === null)
      continue;
    const number = text('number') === '' ? null : text('number');
    const sameness =
      number !== null
        ? JSON.stringify([unit, number])
        : point
          ? JSON.stringify([kind, unit, point])
          : countsCameras
            ? JSON.stringify([kind, unit, district])
            : null;
    const first = sameness === null ? undefined : firstLineOf.get(sameness);
    if (first !== undefined) {
      report('twice', number === null ? null : 'number', String(first));
      continue;
    }
    if (sameness !== null) firstLineOf.set(sameness, line);
    if (named !== null && lies !== null && named !== lies) elsewhere += 1;
    cameras.push({ line, kind, unit, number, count, district, point, place: text('place') });
  }
  return { cameras, faults, unknownUnits: [...unknown.values()], elsewhere };
}

type Report = (code: RegisterFaultCode, column: RegisterColumn | null, found: string) => void;

function checkedPoint(
  latitudeText: string,
  longitudeText: string,
  districtAt: RegisterRules['districtAt'],
  report: Report,
): Point | null {
  if (latitudeText === '' && longitudeText === '') return null;
  const found = `${latitudeText} ${longitudeText}`;
  if (latitudeText === '' || longitudeText === '') {
    report('half-a-point', latitudeText === '' ? 'latitude' : 'longitude', found);
    return null;
  }
  const latitude = degrees(latitudeText);
  const longitude = degrees(longitudeText);
  if (latitude === null || longitude === null) {
    report('bad-coordinate', latitude === null ? 'latitude' : 'longitude', found);
    return null;
  }
  if (districtAt({ latitude, longitude }) !== null) return { latitude, longitude };
  const isSwapped = districtAt({ latitude: longitude, longitude: latitude }) !== null;
  report(isSwapped ? 'swapped-coordinates' : 'outside-city', 'latitude', found);
  return null;
}

/** `50,0614` and `50.0614` are degrees; null for anything else. */
export function degrees(text: string): number | null {
  return /^-?\d{1,3}(?:[.,]\d{1,12})?°?$/.test(text) ? Number(text.replace(',', '.').replace('°', '')) : null;
}

function checkedCount(text: string, report: Report): number | null {
  if (text === '') return 1;
  const count = /^\d{1,3}(?:[ \u00a0\u202f]?\d{3})*$/.test(text)
    ? Number(text.replace(/\D/g, ''))
    : Number.NaN;
  if (count >= 1 && count <= mostAtOnce) return count;
  report('bad-count', 'count', text);
  return null;
}
