import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from './public/anyone.server.ts';
import { fileOfRegister } from './results/register-file.server.ts';

/** The register of interventions as a file, for anyone. */
export const loader = (asked: LoaderFunctionArgs) => fileOfRegister(asked, anyone, 'public, max-age=300');
