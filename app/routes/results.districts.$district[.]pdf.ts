import type { LoaderFunctionArgs } from '@remix-run/node';
import { resultsPaths } from '../paths/results.ts';
import { cityHall } from './results/city-hall.server.ts';
import { paperOfDistrict } from './results/papers.server.ts';

/** A district on two pages, for city hall. */
export const loader = (asked: LoaderFunctionArgs) =>
  paperOfDistrict(asked, { guard: cityHall, paths: resultsPaths, caching: 'no-store' });
