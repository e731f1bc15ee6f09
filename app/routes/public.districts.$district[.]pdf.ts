import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicPaths } from '../paths/public.ts';
import { anyone } from './public/anyone.server.ts';
import { paperOfDistrict } from './results/papers.server.ts';

/** A district on two pages, for anyone. */
export const loader = (asked: LoaderFunctionArgs) =>
  paperOfDistrict(asked, { guard: anyone, paths: publicPaths, caching: 'public, max-age=300' });
