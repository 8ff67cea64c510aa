// Standing at one report, and going through the list.

import { about, all } from "./dom";

let here: HTMLElement | null = null;

/** The report that keys are about. */
export const standing = (): HTMLElement | null => here;

interface How {
  scroll?: boolean;
  focus?: boolean;
}

export function stand(item: Element | null | undefined, { scroll = true, focus = true }: How = {}): void {
  if (!(item instanceof HTMLElement)) return;
  here?.classList.remove("here");
  here = item;
  item.classList.add("here");
  if (focus) item.focus({ preventScroll: true });
  if (scroll) item.scrollIntoView({ block: "nearest" });
}

export function step(by: number): void {
  const list = all(".item");
  const at = here ? list.indexOf(here) : -1;
  stand(list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
}

/** Who tabs or clicks into a report stands at it. */
export function follow(): void {
  document.addEventListener("focusin", (event) => {
    const item = about(event)?.closest(".item");
    if (item && item !== here) stand(item, { scroll: false, focus: false });
  });
}
