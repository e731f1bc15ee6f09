import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from './public/anyone.server.ts';
import { pictureOfWave } from './results/pictures.server.ts';

/** A chart or a map as a file, for anyone. */
export const loader = (asked: LoaderFunctionArgs) => pictureOfWave(asked, anyone, 'public, max-age=300');
