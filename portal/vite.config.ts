import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

const packages = (...names: string[]) => new RegExp(`node_modules/(${names.join('|')})/`);
const own = (...names: string[]) => new RegExp(`/portal/(${names.join('|')})`);

const api = process.env.PINGSHEN_API_URL ?? 'http://127.0.0.1:8080';
// The portal has a folder of that name too.
const ownModule = /^\/api\/.*\.tsx?(\?|$)/;
const toApi = {
  target: api,
  bypass: ({ url = '' }: { readonly url?: string | undefined }) => (ownModule.test(url) ? url : undefined),
};

/** The page somebody opens first; with it come the fields of forms, which nearly every page has. */
const signIn = own(
  'account/(SignInPage|SignInForm|OpenFrame|CodeForm|EmailField|DemoAccounts)',
  'labels/account\\.',
  'app/AppearanceButtons',
);

/** Has the browser fetch the page that is opened first while it still works through the frame. */
const fetchEarly: Plugin = {
  name: 'fetch-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle)
        .filter((one) => one.type === 'chunk' && one.name === 'signIn')
        .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${fileName}` } })),
  },
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
            // Every file costs a kilobyte of headers: on a slow network sixty small ones take longer than the form they make.
            { name: 'frame', tags: ['$initial'] },
            { name: 'signIn', test: signIn },
          ],
        },
      },
    },
  },
  plugins: [fetchEarly, compression({ include: /\.(css|js|svg)$/, threshold: 1000, logLevel: 'silent' })],
  server: {
    proxy: { '/api': toApi, '/docs': toApi, '/codec': toApi, '/temporal': toApi },
    // The portal shows by rules/.
    fs: { allow: ['..'] },
    // A build beside it is no change of the sources.
    watch: { ignored: ['**/dist*/**'] },
  },
});
