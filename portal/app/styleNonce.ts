const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const createElement = document.createElement.bind(document);

/**
 * The content security policy allows styles within the page by this nonce only. Ant Design passes it on to most of the
 * style sheets it writes, not to those that measure a scroll bar or keep the page from scrolling below a dialog; so every
 * style sheet that a script of ours creates carries it.
 */
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = createElement(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
}) as typeof document.createElement;
