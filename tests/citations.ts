/**
 * `npm run citations`: prints what other people's programs make of the citation files of a document, beside the forms
 * of its page. Whatever is installed is asked: pandoc (`PANDOC` names another one) and citeproc-js with the styles in
 * `CSL_STYLES` (Debian: citation-style-language-styles), BibTeX and biblatex (Debian: texlive-latex-extra,
 * texlive-bibtex-extra, biber, poppler-utils). What is not there is said; nothing is fetched.
 *
 *     npm run citations -- moscow-1936-39
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { openReader } from '../src/loader/edition.ts';
import { citations } from '../src/outputs/citation-forms.ts';
import { citationRecord } from '../src/outputs/citation-record.ts';
import { documentFiles } from '../src/outputs/files.ts';

const [id = 'moscow-1936-39'] = process.argv.slice(2);
const reader = openReader(process.env['CONTENT_DIR'] ?? 'content', { site: 'https://edition.example', base: '/' });
const publication = reader.publication(id);
if (!publication) {
  process.stderr.write(`\`npm run citations\` takes the id of a document, and there is none named ${id}.\n`);
  process.exit(1);
}
const record = citationRecord(publication);

const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-citations-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
// pandoc takes a file for CSL-JSON by the ending of its name; RIS it reads from its version 3 on.
const routes = (['csl.json', 'bib', 'ris'] as const).map((form) => {
  const name = form === 'csl.json' ? 'record.json' : `record.${form}`;
  writeFileSync(join(folder, name), documentFiles[form].write(publication));
  return { form, name };
});

/** Runs a program in the scratch folder; its output, or nothing where it is not there or fails. */
function run(program: string, parameters: readonly string[], input = ''): string | undefined {
  const { status, stdout } = spawnSync(program, parameters, { cwd: folder, input, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}
const print = (program: string, words: string | undefined): boolean =>
  process.stdout.write(
    `${program}\n    ${words?.trim().replace(/\s*\n\s*/g, '\n    ') ?? 'is not here, or failed'}\n\n`,
  );

for (const { label, html } of citations(record)) print(`This edition: ${label}`, html.replace(/<[^>]*>/g, ''));

const styleFolder = process.env['CSL_STYLES'] ?? '/usr/share/citation-style-language/styles';
const styles = ['chicago-fullnote-bibliography', 'chicago-author-date', 'modern-language-association', 'apa'].filter(
  (style) => existsSync(join(styleFolder, `${style}.csl`)),
);
if (styles.length === 0) process.stdout.write(`No styles in ${styleFolder}: set CSL_STYLES.\n\n`);

const pandoc = process.env['PANDOC'] ?? 'pandoc';
const version = run(pandoc, ['--version'])?.split('\n', 1)[0];
if (version === undefined) print(pandoc, undefined);
else {
  for (const style of [undefined, ...styles]) {
    for (const { form, name } of routes) {
      const csl = style === undefined ? [] : ['--csl', join(styleFolder, `${style}.csl`)];
      const parameters = ['--citeproc', '--bibliography', name, ...csl, '--to', 'plain', '--wrap', 'none'];
      print(`${version}, ${style ?? 'its own style'}, .${form}`, run(pandoc, parameters, `[@${id}]\n`));
    }
  }
}

for (const style of styles) {
  plugins.config.get('@csl').styles.add(style, readFileSync(join(styleFolder, `${style}.csl`), 'utf8'));
  for (const { form, name } of routes) {
    const cite = new Cite(readFileSync(join(folder, name), 'utf8'));
    const set = (kind: 'citation' | 'bibliography') => cite.format(kind, { template: style }).trim();
    print(`citeproc-js, ${style}, .${form}`, `${set('citation')}\n${set('bibliography')}`);
  }
}

/** LaTeX’s ways to set a bibliography: what loads each, what prints it, and the program that makes it. */
const bibliographies = [
  ['BibTeX, plain', '', '\\bibliographystyle{plain}\\bibliography{record}', 'bibtex'],
  ...['verbose', 'mla', 'apa'].map((style) => [`biblatex, ${style}`, `[style=${style},backend=biber]{biblatex}`]),
  ['biblatex-chicago', '[notes,backend=biber]{biblatex-chicago}'],
] as const;
for (const [name = '', load, show = '\\printbibliography', program = 'biber'] of bibliographies) {
  const packages = load ? `\\usepackage${load}\\addbibresource{record.bib}` : '';
  const preamble = `\\usepackage[paperwidth=150cm,textwidth=140cm,left=2cm]{geometry}\\usepackage{cmap}\\usepackage[T1]{fontenc}\\usepackage{url}${packages}`;
  const body = `.\\footnote{\\cite{${id}}}\n${show}`;
  writeFileSync(join(folder, 'note.tex'), `\\documentclass{article}${preamble}\\begin{document}${body}\\end{document}`);
  const latex = () => run('pdflatex', ['-interaction=batchmode', 'note.tex']);
  latex();
  run(program, ['note']);
  latex();
  latex();
  const lines = run('pdftotext', ['-raw', 'note.pdf', '-'])?.split('\n');
  print(name, lines?.filter((line) => line.length > 40).join('\n'));
}
