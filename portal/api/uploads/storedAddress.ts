const nameOf = (hash: string) => `pingshen-upload-${hash}`;

/**
 * Where an upload is remembered, so that choosing the same file again, after the page was closed too, goes on with it. Kept
 * under a hash of the content and what it is to be: a machine that several people use tells no names. Null where the browser
 * has no hash (a page without TLS): such an upload goes on only while its page is open.
 */
export async function storedAddress(content: Blob, what: readonly string[]) {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return null;
  const bytes = await new Blob([...what.map((part) => `${part}\n`), content]).arrayBuffer();
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const name = nameOf([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  return {
    read: () => localStorage.getItem(name),
    keep: (address: string) => localStorage.setItem(name, address),
    forget: () => localStorage.removeItem(name),
  };
}
