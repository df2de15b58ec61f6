/**
 * Something handed over to be written does not follow from the record: no act was registered for it, or it differs from
 * what the registered act or the deadline makes.
 */
export class NotGenuine extends Error {
  override readonly name = 'NotGenuine';
}
