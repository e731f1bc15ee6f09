import type { LoaderFunctionArgs } from '@remix-run/node';
import { cityHall } from './results/city-hall.server.ts';
import { fileOfRegister } from './results/register-file.server.ts';

/** The register of interventions as a file, for city hall. */
export const loader = (asked: LoaderFunctionArgs) => fileOfRegister(asked, cityHall, 'no-store');
