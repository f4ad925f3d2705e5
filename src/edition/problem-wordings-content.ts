/** The register of problems, what YAML files hold. */
type Wording = { readonly expected: string; readonly actual: string; readonly mend: string };
const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `;

const lastOf = (field: string): string => field.split('.').at(-1) ?? field;
const within = (field: string): string => {
  const parents = field.split('.').slice(0, -1).join('.');
  return parents === '' ? '' : `, indented under ${parents}`;
};
const likeThis = (field: string, value: string | undefined): string =>
  value === undefined ? `Correct ${field}.` : `Write it like this: \`${lastOf(field)}: ${value}\``;

export const contentWordings = {
  yaml: (reason: string, mend: string | undefined): Wording => ({
    expected: 'fields written as `name: value`, one a line',
    actual: reason,
    mend:
      mend ??
      'Correct the line. A value that holds a colon, a # or begins with [ or a quotation mark stands between single quotes.',
  }),
  'fixed-space': (before: string): Wording => ({
    expected: 'plain spaces in a record or register',
    actual: `a non-breaking space, as word processors write it, ${before === '' ? 'at the beginning of the line' : `after “${before}”`}`,
    mend: 'Remove it, and write a plain space with the space bar.',
  }),
  'field-missing': (field: string, description: string): Wording => ({
    expected: `the field ${field}. ${description}`,
    actual: 'no such field, or nothing after its colon',
    mend: `Write \`${lastOf(field)}: …\`${within(field)}.`,
  }),
  'field-unknown': (field: string, known: string, suggestion: string | undefined): Wording => ({
    expected: `only these fields here: ${known}`,
    actual: field,
    mend: `${meant(suggestion)}Correct the name, or remove the field.`,
  }),
  'field-wrong': (field: string, expected: string, found: string, suggestion: string | undefined): Wording => ({
    expected: `${field} to be ${expected}`,
    actual: found,
    mend: `${meant(suggestion)}${likeThis(field, suggestion ?? /such as (.+)$/.exec(expected)?.[1])}`,
  }),
  'entry-id': (id: string, suggestion: string): Wording => ({
    expected: 'an id of small letters, figures and hyphens',
    actual: id,
    mend: `Write \`${suggestion}:\`, also where documents name it.`,
  }),
} as const;
