/** Builds elements of a page. Words only ever become text: nothing that was typed or indexed is read as markup. */

type Attributes = Readonly<Record<string, string>>;

/** Makes an element; what is undefined is left out of its children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Makes a button that does something. */
export function button(attributes: Attributes, words: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', act);
  return made;
}

/** The element of the page with this id; its absence is a fault of the page's markup. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} “${id}”.`);
  return found;
}
