import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** What of a Babel path is looked at here. */
interface Place {
  readonly node: {
    readonly type: string;
    readonly key?: { readonly name?: string };
    readonly callee?: { readonly name?: string };
  };
  readonly parentPath?: Place | null;
}

/** Functions whose first argument only names the type of what is read. */
const naming = ['dataOf', 'taking'];

/**
 * Texts that people read: another wording is no other rule. That each exists in both languages is held by the types, and by
 * the suites that compare them.
 */
function whyIgnored({ node, parentPath }: Place): string | undefined {
  if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined;
  const around = parentPath?.node;
  const worded = around?.type === 'ObjectProperty' && ['zh', 'en'].includes(around.key?.name ?? '');
  const thrown = around?.type === 'NewExpression' && parentPath?.parentPath?.node.type === 'ThrowStatement';
  if (worded || thrown) return 'a text that people read';
  return around?.type === 'CallExpression' && naming.includes(around.callee?.name ?? '') ? 'names a type' : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'texts', { shouldIgnore: whyIgnored })];
