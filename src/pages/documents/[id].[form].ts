/** A document in its other forms: text, TEI and citation data, one row of the table of files each. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { documentForms } from '../../edition/addresses.ts';
import { documentPublications } from '../../loader/edition.ts';
import { documentFiles } from '../../outputs/files.ts';

export const getStaticPaths = (async () =>
  (await documentPublications()).flatMap(({ id, publication }) =>
    documentForms.map((form) => ({
      params: { id, form },
      props: { publication, file: documentFiles[form] },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({
  props: { publication, file },
}) => new Response(file.write(publication), { headers: { 'content-type': file.mediaType } });
