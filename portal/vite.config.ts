import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const packages = (...names: string[]) => new RegExp(`node_modules/(${names.join('|')})/`);

/** The build of the portal; `ops/portal.ts` passes the paths. `vite portal` serves it beside a running API. */
export default defineConfig({
  build: {
    // The content security policy allows no font or script from a data: address.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Libraries every page needs and that seldom change: a release of the portal leaves them in the browser
            // cache.
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
