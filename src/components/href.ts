/** Addresses inside pages, at a domain's root and under a sub-path alike. */
import { addresses, under } from '../edition/addresses.ts';

/** An address of the site as a page links to it: `/method/` is `/edition/method/` under `/edition`. */
export const href = (address: string): string => under(import.meta.env.BASE_URL, address);

/** Every address of the site as a page links to it: `linkTo.document('moscow-1936-39')`. */
export const linkTo = Object.fromEntries(
  Object.entries(addresses).map(([name, address]) => [
    name,
    typeof address === 'string' ? href(address) : (...parts: [never, never]) => href(address(...parts)),
  ]),
) as typeof addresses;

/** Where a contact leads, which is a web address or, as the schema has it, an e-mail address. */
export const contactHref = (contact: string): string => (/^https?:/.test(contact) ? contact : `mailto:${contact}`);
