/**
 * A document in its other forms, one row of the table of files each, for `dev`: a build writes all
 * of them in one step, at a fraction of what a route costs.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { documentForms } from '../../edition/addresses.ts';
import { handedEdition } from '../../loader/edition-file.ts';
import { loadEdition, loadPublications } from '../../loader/edition.ts';
import { underEveryId } from '../../loader/publications.ts';
import { documentFiles } from '../../outputs/files.ts';

export const getStaticPaths = (async () => {
  if (handedEdition !== undefined) return [];
  const { ledger } = await loadEdition();
  return underEveryId(await loadPublications(), ledger).flatMap(({ id, publication }) =>
    documentForms.map((form) => ({
      params: { id, form },
      props: { publication, file: documentFiles[form] },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({
  props: { publication, file },
}) => new Response(file.write(publication), { headers: { 'content-type': file.mediaType } });
