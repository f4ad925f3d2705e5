/** Where a reference (`<Ref to="…">`) leads: the one place that reads its target. */

import type { Volumes } from './volumes.ts';

/**
 * Reads a target: `not-printed`, `https://…`, `moscow-1936-39`, `#p3` or both; undefined where it is none of these. A
 * place without an id is one of the document that refers.
 */
export function parseTarget(to: string) {
  if (to === 'not-printed') return { kind: 'not-printed' } as const;
  if (/^https?:\/\/[^\s<>"]+$/.test(to)) return { kind: 'address', url: to } as const;
  const [, id, anchor] = /^([a-z][a-z0-9-]*)?(?:#([\w.-]+))?$/.exec(to) ?? [];
  return id === undefined && anchor === undefined ? undefined : ({ kind: 'place', id, anchor } as const);
}

/** The address of a reference's target, by the functions that give those of documents and of places in the source. */
export function targetAddress(
  to: string,
  documentAddress: (id: string) => string,
  placeOf: Volumes['placeOf'] = () => undefined,
): string | undefined {
  const target = parseTarget(to);
  if (target === undefined || target.kind === 'not-printed') return undefined;
  const place = target.kind === 'address' ? placeOf(to) : target;
  if (place === undefined) return to;
  const { id, anchor } = place;
  return (id === undefined ? '' : documentAddress(id)) + (anchor === undefined ? '' : `#${anchor}`);
}
