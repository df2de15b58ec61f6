import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const packages = (...names: string[]) => new RegExp(`node_modules/(${names.join('|')})/`);

const api = process.env.PINGSHEN_API_URL ?? 'http://127.0.0.1:8080';
// The portal has a folder of that name too.
const ownModule = /^\/api\/.*\.tsx?(\?|$)/;
const toApi = {
  target: api,
  bypass: ({ url = '' }: { readonly url?: string | undefined }) => (ownModule.test(url) ? url : undefined),
};

/** The build of the portal; `ops/setup/buildPortal.ts` passes the paths. `npm run dev` serves it in front of an API. */
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
  server: {
    proxy: { '/api': toApi, '/docs': toApi, '/codec': toApi, '/temporal': toApi },
    // The portal shows by rules/.
    fs: { allow: ['..'] },
    // A build beside it is no change of the sources.
    watch: { ignored: ['**/dist*/**'] },
  },
});
