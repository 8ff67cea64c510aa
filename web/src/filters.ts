// Filters apply as soon as one is chosen, and stay folded on a small screen until they are wanted.

import { about, all } from "./dom";

export function applyFilters(): void {
  if (matchMedia("(max-width: 40rem)").matches) all("details.narrow").forEach((one) => one.removeAttribute("open"));
  document.addEventListener("change", (event) => {
    const field = about(event);
    if (!(field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === "date"))) return;
    if (field.matches(".filters *")) field.form?.requestSubmit();
  });
}
