import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { remixConfig } from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig as Parameters<typeof remix>[0])],
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
