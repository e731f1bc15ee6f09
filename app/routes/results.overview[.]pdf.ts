import type { LoaderFunctionArgs } from '@remix-run/node';
import { resultsPaths } from '../paths/results.ts';
import { cityHall } from './results/city-hall.server.ts';
import { paperOfOverview } from './results/papers.server.ts';

/** The overview on two pages, for city hall. */
export const loader = (asked: LoaderFunctionArgs) =>
  paperOfOverview(asked, { guard: cityHall, paths: resultsPaths, caching: 'no-store' });
