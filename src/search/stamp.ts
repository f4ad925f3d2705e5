/** Attribute of the search page that names the index it was built with; written when the index is made. */
export const stampAttribute = 'data-index-stamp';
