/** The editor’s own day, as an ISO date; Sweden writes it as YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv');
