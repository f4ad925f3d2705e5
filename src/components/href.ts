/** Addresses inside pages, at a domain's root and under a sub-path alike. */
import { under } from '../edition/addresses.ts';

/** An address of the site as a page links to it: `/method/` is `/edition/method/` under `/edition`. */
export function href(address: string): string {
  return under(import.meta.env.BASE_URL, address);
}

/** Where a contact leads, which is a web address or, as the schema has it, an e-mail address. */
export function contactHref(contact: string): string {
  return /^https?:/.test(contact) ? contact : `mailto:${contact}`;
}
