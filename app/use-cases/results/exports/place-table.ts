import type { LocalisedText } from '#core/language.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { type ExportTable, type Published, type TableColumn, tableOf } from './export-table.ts';
import { districtName, inLanguages, publicationColumns } from './publication-columns.ts';

type PlaceColumn = TableColumn<Published<PublishedPlace>>;

/** `light 40, upkeep 30`: answers with how many people gave them, most frequent first. */
const answers =
  (kind: 'reasons' | 'times' | 'fixes') =>
  ({ publication, row }: Published<PublishedPlace>): LocalisedText | undefined => {
    const words = (language: keyof LocalisedText) =>
      row[kind]
        .flatMap(({ code, people }) => {
          const answer = publication.placeAnswers[kind].find((other) => other.code === code);
          return answer ? [`${answer.label[language]}: ${people}`] : [];
        })
        .join('; ');
    return row[kind].length === 0 ? undefined : { pl: words('pl'), en: words('en'), uk: words('uk') };
  };

const placeColumns: readonly PlaceColumn[] = [
  ...publicationColumns,
  { name: 'respondents', type: 'integer', of: ({ publication }) => publication.wave.respondents },
  { name: 'place_id', type: 'string', of: ({ row }) => row.placeId },
  { name: 'place_name', type: 'string', of: ({ row }) => row.name },
  { name: 'district', type: 'integer', of: ({ row }) => row.district },
  { name: 'district_name', type: 'string', of: ({ row }) => districtName(row.district) },
  { name: 'latitude', type: 'number', of: ({ row }) => row.latitude },
  { name: 'longitude', type: 'number', of: ({ row }) => row.longitude },
  { name: 'status', type: 'string', of: ({ row }) => row.status },
  { name: 'unsafe_respondents', type: 'integer', of: ({ row }) => row.unsafeRespondents },
  { name: 'total_respondents', type: 'integer', of: ({ row }) => row.totalRespondents },
  { name: 'safe_respondents', type: 'integer', of: ({ row }) => row.safeRespondents },
  { name: 'known_from_others', type: 'integer', of: ({ row }) => row.knownFromOthers },
  { name: 'share_from_others', type: 'number', of: ({ row }) => row.shareFromOthers },
  { name: 'q', type: 'number', of: ({ row }) => row.q },
  { name: 'family_size', type: 'integer', of: ({ row }) => row.familySize },
  ...inLanguages('reasons', answers('reasons')),
  ...inLanguages('times', answers('times')),
  ...inLanguages('fixes', answers('fixes')),
  { name: 'cells', type: 'string', of: ({ row }) => row.cells.join(' ') },
];

/** The flagged places by district and name: their order says nothing about which is worst. */
export function placeTable(publication: PublicationDocument): ExportTable {
  const rows = [...publication.places].sort(
    (a, b) => (a.district ?? 99) - (b.district ?? 99) || a.name.localeCompare(b.name, 'pl'),
  );
  return tableOf(
    placeColumns,
    rows.map((row) => ({ publication, row })),
  );
}
