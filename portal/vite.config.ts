import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const packages = (...names: string[]) => new RegExp(`node_modules/(${names.join('|')})/`);

/** How the portal is built; `ops/portal.ts` says from where to where. `vite portal` serves it beside a running API. */
export default defineConfig({
  build: {
    // The content security policy lets no font or script come from a data: address.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page has and seldom changes: a new release of ours leaves it in the browser's cache.
            { name: 'react', test: packages('react', 'react-dom', 'scheduler', 'react-router') },
            { name: 'data', test: packages('@tanstack', 'openapi-fetch', 'i18next', 'react-i18next') },
          ],
        },
      },
    },
  },
  plugins: [compression({ include: /\.(css|js|svg)$/, threshold: 1000, logLevel: 'silent' })],
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
