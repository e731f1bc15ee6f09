import type { LoaderFunctionArgs } from '@remix-run/node';
import { cityHall } from './results/city-hall.server.ts';
import { pictureOfWave } from './results/pictures.server.ts';

/** A chart or a map as a file, for city hall. */
export const loader = (asked: LoaderFunctionArgs) => pictureOfWave(asked, cityHall, 'no-store');
