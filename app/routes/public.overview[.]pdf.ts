import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicPaths } from '../paths/public.ts';
import { anyone } from './public/anyone.server.ts';
import { paperOfOverview } from './results/papers.server.ts';

/** The overview on two pages, for anyone. */
export const loader = (asked: LoaderFunctionArgs) =>
  paperOfOverview(asked, { guard: anyone, paths: publicPaths, caching: 'public, max-age=300' });
