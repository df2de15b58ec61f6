import { useState } from 'react';

/** The token behind # of a link. Read once, so that it can leave the address and the browser's history. */
export function useTokenOnce(): string {
  const [token] = useState(() => {
    const { hash, pathname } = window.location;
    window.history.replaceState(window.history.state, '', pathname);
    return hash.slice(1);
  });
  return token;
}
