import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import { remixConfig } from './remix.config.js';

/**
 * What runs on the server is built with the pages, in one output: a module that several of them use is there once, so
 * that a process has one environment, one log and one connection to each database.
 */
const programs: Plugin = {
  name: 'poczucie-programs',
  enforce: 'post',
  config(_config, { isSsrBuild }) {
    if (!isSsrBuild) return;
    return {
      build: {
        sourcemap: true,
        rollupOptions: {
          input: {
            index: 'virtual:remix/server-build',
            server: 'app/server.ts',
            job: 'app/server/job-program.ts',
            poczucie: 'app/commands/program/poczucie.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    };
  },
};

export default defineConfig({
  plugins: [remix(remixConfig as Parameters<typeof remix>[0]), programs],
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
