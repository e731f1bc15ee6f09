import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, requireNode } from '../prepare.js';

// `npm run poczucie -- …`: builds what is older than the sources, then is the built command line.

requireNode();
build();
await import(pathToFileURL(resolve('build/server/poczucie.js')).href);
