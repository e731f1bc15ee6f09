import type { LoaderFunctionArgs } from '@remix-run/node';
import { cityHall } from './results/city-hall.server.ts';
import { tableOfPublication } from './results/publication-table.server.ts';

/** A table of a publication as a file, for city hall: the same that anyone gets. */
export const loader = (asked: LoaderFunctionArgs) => tableOfPublication(asked, cityHall, 'no-store');
