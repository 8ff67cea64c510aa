// Small questions to the page. No HTML is ever made from text.

export const all = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** The element an event is about. */
export const about = (event: Event): Element | null => (event.target instanceof Element ? event.target : null);
