/** What is wrong with a page's markup: by the HTML standard, and by what our policy forbids. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { attribute, type BuiltPage } from './built-site.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // A title is the heading of a document: as long as it was printed.
      'long-title': 'off',
      // Spaces at the ends of lines are the transcription's or nobody's.
      'no-trailing-whitespace': 'off',
      // Scripts come from the site itself; integrity is for those of other hosts.
      'require-sri': ['error', { target: 'crossorigin' }],
      // HTML lets an id hold full stops, as that of the second note 3 does: n2.3.
      'valid-id': ['error', { relaxed: true }],
      // The one-field search form is sent with Enter.
      'wcag/h32': 'off',
    },
  }),
);

/** The validator's complaints about a page, one line each. */
export function invalidMarkup({ address, html }: BuiltPage): string[] {
  const { results } = validator.validateStringSync(html, address);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${address}: ${message} (${ruleId}) at ${selector ?? '?'}`),
  );
}

/**
 * Whatever in a page's own markup could run or be loaded against its policy: style attributes,
 * handlers in attributes, `javascript:` addresses. One line each.
 */
export function unsafeMarkup({ address, elements }: BuiltPage): string[] {
  return elements.flatMap((element) =>
    Object.keys(element.properties)
      .filter(
        (name) =>
          name === 'style' ||
          name === 'srcDoc' ||
          /^on/i.test(name) ||
          /^\s*(javascript|data|vbscript):/i.test(attribute(element, name) ?? ''),
      )
      .map((name) => `${address}: <${element.tagName} ${name}="${attribute(element, name)}">`),
  );
}
