import type { LoaderFunctionArgs } from '@remix-run/node';
import { cityHall } from './results/city-hall.server.ts';
import { figuresOfWave } from './results/figures-of-wave.server.ts';

/** Every published figure of a wave, for city hall's own spreadsheet: the same file that anyone gets. */
export const loader = (asked: LoaderFunctionArgs) => figuresOfWave(asked, cityHall, 'no-store');
