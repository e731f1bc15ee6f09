import { city } from '#city/city.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { Translator } from '../../i18n/translate.ts';
import { publicationTable, wholeTables } from '../../use-cases/results/exports/publication-tables.ts';
import { type CitedPublication, citationWords } from '../publication-words.ts';
import { columnWords } from './column-words.ts';

/**
 * The tables of a publication as a Frictionless data package (specs.frictionlessdata.io, profile
 * `tabular-data-package`): each file with its dialect and the schema of its columns. Files are named beside
 * the descriptor, so that a copy of the folder is a package too.
 */
export function dataPackage(
  translator: Translator,
  publication: PublicationDocument,
  cited: CitedPublication,
) {
  const { t, language } = translator;
  const { publicationId, wave } = publication;
  const resources = wholeTables.flatMap((name) => {
    const table = publicationTable(publication, name, '');
    if (!table) return [];
    const schema = {
      fields: table.columns.map(({ name: column, type }) => ({
        name: column,
        type,
        description: columnWords(translator, column),
      })),
      missingValues: [''],
    };
    const resource = {
      title: t(`exports:table.${name}`),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
    };
    return [
      {
        name,
        path: `${name}.csv`,
        profile: 'tabular-data-resource',
        ...resource,
        dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
        schema,
      },
      {
        name: `${name}-semicolon`,
        path: `${name}-semicolon.csv`,
        profile: 'tabular-data-resource',
        ...resource,
        dialect: { delimiter: ';', lineTerminator: '\r\n', header: true },
        schema: {
          ...schema,
          fields: schema.fields.map((field) =>
            field.type === 'number' ? { ...field, decimalChar: ',' } : field,
          ),
        },
      },
    ];
  });
  return {
    profile: 'tabular-data-package',
    name: `poczucie-${publicationId}`,
    id: cited.address,
    version: publicationId,
    title: t('exports:package.title', { publication: publicationId }),
    description: [t('exports:package.description'), citationWords(translator, cited)].join(' '),
    homepage: cited.address,
    created: `${wave.publishedOn}T12:00:00Z`,
    language,
    sources: [
      { title: t('exports:about.sourceOf', { city: city.nameGenitive[language] }), path: cited.address },
    ],
    resources,
  };
}
