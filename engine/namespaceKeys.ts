import type { Client } from '@temporalio/client';
import type { Fingerprints } from '../config/keyFingerprints.js';

const prefix = 'pingshen.';
type Connected = Pick<Client, 'workflowService' | 'options'>;

/** The fingerprints of the payload keys in use in a namespace, kept in the data of the namespace itself. */
export async function namespaceKeys({ workflowService, options: { namespace } }: Connected): Promise<Fingerprints> {
  const { namespaceInfo } = await workflowService.describeNamespace({ namespace });
  const own = Object.entries(namespaceInfo?.data ?? {}).filter(([name, value]) => name.startsWith(prefix) && value);
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** Notes payload keys in the namespace. False: this client may not change the namespace. */
export async function noteNamespaceKeys(client: Connected, keys: Fingerprints): Promise<boolean> {
  const data = Object.fromEntries(Object.entries(keys).map(([name, value]) => [`${prefix}${name}`, value]));
  const change = { namespace: client.options.namespace, updateInfo: { data } };
  return await client.workflowService.updateNamespace(change).then(
    () => true,
    () => false,
  );
}
