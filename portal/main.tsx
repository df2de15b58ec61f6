import './app/styleNonce.js';
import './app/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { router } from './app/routes.js';

// After a release the chunks of an open page may be gone: reload the page, once.
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('reloadedAt') ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem('reloadedAt', String(Date.now()));
  window.location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// The first page does not wait for its fonts, and on a slow network does not share it with them: until they are loaded, system
// fonts are used.
const stop = router.subscribe(({ initialized }) => {
  if (!initialized) return;
  stop();
  void import('./app/fonts.css');
});
