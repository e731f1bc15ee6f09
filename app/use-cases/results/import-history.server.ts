import { z } from 'zod';
import { districts } from '#city/city.ts';
import { modes } from '#core/mode.ts';
import { wordList } from '#core/text/normal-form.ts';
import { quoted } from '#core/text/quoted.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { HistoryPoint } from '#db/results/queries/history.ts';
import type { Outcome } from '../staff-act.ts';
import { readCsv } from '../text-files/read-csv.ts';

const numerals: readonly string[] = districts.map(({ numeral }) => numeral);

const row = z.object({
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
  scope: z.enum(['city', 'district', 'subgroup', 'police_area']),
  district_id: z.string().refine((numeral) => numeral === '' || numerals.includes(numeral)),
  area: z.string().min(1).max(200),
  indicator: z.string().regex(/^[a-z][a-z0-9_]*$/),
  value: z.string().min(1).max(40),
  unit: z.enum(['pct', 'pct_over', 'pct_approx', 'count', 'rate', 'ordinal']),
  n: z.string().regex(/^\d*$/),
  source_short: z.string().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }),
  verification: z.enum(['read', 'secondary']),
  note: z.string().max(1000),
  /**
   * How people were asked; without the column the survey was by telephone, as the study before the platform.
   */
  mode: z.enum([...modes, 'register']).optional(),
  /** The source's own name of its wave: for people who keep the file. */
  wave: z.string().optional(),
  /** The source and the note in Polish and Ukrainian, where the file gives them in another language. */
  source_pl: z.string().max(300).optional(),
  note_pl: z.string().max(1000).optional(),
  source_uk: z.string().max(300).optional(),
  note_uk: z.string().max(1000).optional(),
});
const optionalColumns = ['mode', 'wave', 'source_pl', 'note_pl', 'source_uk', 'note_uk'];

export type HistoryRefusal =
  | 'unreadable'
  | 'missing-column'
  | 'extra-column'
  | 'repeated-column'
  | 'bad-value'
  | 'empty'
  | 'repeated-figure'
  | 'changed-figure';

/**
 * Takes in figures of which only tables survive. New ones are added; those that are there already stay as
 * they are, but for translations that they lacked. One bad row refuses the file: a value that is not allowed,
 * a figure that stands in it twice, or one that is published here with other content (a published number
 * never changes). `detail` names the line and the column.
 */
export function importHistory(
  database: ResultsDatabase,
  csv: string,
): Outcome<{ points: number; known: number }, HistoryRefusal> {
  const read = readCsv(csv);
  if (!read.ok) return { ok: false, reason: 'unreadable', detail: { line: read.line } };
  const { heading, rows } = read;
  if (!heading || rows.length === 0) return { ok: false, reason: 'empty' };
  const columns = Object.keys(row.shape);
  const columnOfWord = wordList(columns.map((column) => [column, column]));
  const names = heading.cells.map((name) => columnOfWord(name) ?? name);
  const missing = columns.find((column) => !names.includes(column) && !optionalColumns.includes(column));
  if (missing) return { ok: false, reason: 'missing-column', detail: { column: missing } };
  const extra = names.find((column) => column !== '' && !columns.includes(column));
  if (extra !== undefined) return { ok: false, reason: 'extra-column', detail: { column: quoted(extra) } };
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (repeated !== undefined) return { ok: false, reason: 'repeated-column', detail: { column: repeated } };

  const known = new Map(database.history.points().map((point) => [nameOf(point), point]));
  const lineOf = new Map<string, number>();
  const points: HistoryPoint[] = [];
  const translated: HistoryPoint[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== names.length) return { ok: false, reason: 'unreadable', detail: { line } };
    const record = Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, cells[at]]])));
    const checked = row.safeParse(record);
    if (!checked.success) {
      const column = String(checked.error.issues[0]?.path[0]);
      return { ok: false, reason: 'bad-value', detail: { line, column } };
    }
    const point = pointOf(checked.data);
    const name = nameOf(point);
    const before = lineOf.get(name);
    if (before !== undefined) {
      return { ok: false, reason: 'repeated-figure', detail: { line, 'first on line': before } };
    }
    lineOf.set(name, line);
    const published = known.get(name);
    const changed = published && keysOf(point).find((key) => isChanged(key, published, point));
    if (changed) {
      return { ok: false, reason: 'changed-figure', detail: { line, column: columnOf[changed] } };
    }
    if (!published) points.push(point);
    else if (translations.some((key) => published[key] === '' && point[key] !== '')) {
      translated.push({ ...published, ...nonEmptyTranslations(point) });
    }
  }
  database.transact(() => {
    database.history.add(points);
    database.history.translate(translated);
  });
  return { ok: true, points: points.length, known: lineOf.size - points.length };
}

/** What a figure is about: one figure may be published of it. */
function nameOf({ period, scope, area, indicator }: HistoryPoint): string {
  return JSON.stringify([period, scope, area, indicator]);
}

function keysOf(point: HistoryPoint): (keyof HistoryPoint)[] {
  return Object.keys(point) as (keyof HistoryPoint)[];
}

const translations = ['sourcePolish', 'notePolish', 'sourceUkrainian', 'noteUkrainian'] as const;

/** A translation that one of the two lacks is no change: it says nothing else than the source does. */
function isChanged(key: keyof HistoryPoint, published: HistoryPoint, point: HistoryPoint): boolean {
  const isLacking = point[key] === '' || published[key] === '';
  const isTranslation = translations.some((translation) => translation === key);
  return point[key] !== published[key] && !(isTranslation && isLacking);
}

function nonEmptyTranslations(point: HistoryPoint): Partial<HistoryPoint> {
  const given = translations.filter((key) => point[key] !== '');
  return Object.fromEntries(given.map((key) => [key, point[key]]));
}

/** The column of the file that a field was read from. */
const columnOf: Readonly<Record<keyof HistoryPoint, string>> = {
  period: 'period',
  scope: 'scope',
  district: 'district_id',
  area: 'area',
  indicator: 'indicator',
  value: 'value',
  unit: 'unit',
  sampleSize: 'n',
  mode: 'mode',
  source: 'source_short',
  url: 'url',
  verification: 'verification',
  note: 'note',
  sourcePolish: 'source_pl',
  notePolish: 'note_pl',
  sourceUkrainian: 'source_uk',
  noteUkrainian: 'note_uk',
};

function pointOf(cells: z.infer<typeof row>): HistoryPoint {
  const { period, scope, district_id, area, indicator, value, unit, n, source_short, url } = cells;
  return {
    period,
    scope,
    district: district_id === '' ? null : numerals.indexOf(district_id) + 1,
    area,
    indicator,
    value,
    unit,
    sampleSize: n === '' ? null : Number(n),
    // The study was a telephone survey in every year; what comes from the police is not a survey at all.
    mode: cells.mode ?? (indicator.startsWith('police_') ? 'register' : 'phone'),
    source: source_short,
    url,
    verification: cells.verification,
    note: cells.note,
    sourcePolish: cells.source_pl ?? '',
    notePolish: cells.note_pl ?? '',
    sourceUkrainian: cells.source_uk ?? '',
    noteUkrainian: cells.note_uk ?? '',
  };
}
