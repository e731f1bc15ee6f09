import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from './public/anyone.server.ts';
import { figuresOfWave } from './results/figures-of-wave.server.ts';

/** Every published figure of a wave, for a spreadsheet. */
export const loader = (asked: LoaderFunctionArgs) => figuresOfWave(asked, anyone, 'public, max-age=300');
