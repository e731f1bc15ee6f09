import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from './public/anyone.server.ts';
import { tableOfPublication } from './results/publication-table.server.ts';

/** A table of a publication as a file, for anyone. */
export const loader = (asked: LoaderFunctionArgs) => tableOfPublication(asked, anyone, 'public, max-age=300');
