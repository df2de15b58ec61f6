import { grantToProduct } from '../migrations/grantToProduct.js';
import { migrate } from '../migrations/migrate.js';
import { type Postgres, PRODUCT } from './postgres.js';

/**
 * Migrates a new server's database as its owner and lets the product's role read and write rows. Returns the address under
 * which the product uses it, as in an installation.
 */
export async function productDatabase({ url, productUrl }: Pick<Postgres, 'url' | 'productUrl'>): Promise<string> {
  await migrate(url);
  await grantToProduct(url, PRODUCT);
  return productUrl;
}
