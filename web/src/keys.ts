// One key, one decision: each presses a control that the page has anyway.

import { about, all, byId } from "./dom";
import { stand, standing, step } from "./standing";

const VIEWS = new Map([
  ["q", "/queue"], ["e", "/events"], ["m", "/map"], ["t", "/timeline"],
  ["c", "/actors"], ["s", "/sources"], ["j", "/judgements"], ["x", "/exports"],
]);
const ONCE = "axdeu"; // held down, they would decide on one report after another

let going = false; // "g" was pressed: the next key names a view

function press(key: string): boolean {
  const control = (key === "u" ? document : standing())?.querySelector(`[data-key="${key}"]`);
  if (!(control instanceof HTMLElement)) return false;
  const edit = key === "e" ? control.closest("details") : null;
  if (edit) {
    edit.open = true;
    const field = edit.querySelector(".fields input, .fields select");
    if (field instanceof HTMLElement) field.focus();
  } else control.click();
  return true;
}

function open(selector: string, within: ParentNode | null = document): boolean {
  const link = within?.querySelector(selector);
  if (link instanceof HTMLElement) link.click();
  return Boolean(link);
}

function focusOn(selector: string, within: ParentNode | null = document): boolean {
  const field = within?.querySelector(selector);
  if (field instanceof HTMLElement) field.focus();
  return Boolean(field);
}

function help(): boolean {
  const dialog = byId("help");
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  return true;
}

/** What a key does; `false` leaves it to the browser. */
const KEYS: Record<string, () => boolean | void> = {
  j: () => step(1), ArrowDown: () => (all(".item").length ? step(1) : false),
  k: () => step(-1), ArrowUp: () => (all(".item").length ? step(-1) : false),
  a: () => press("a"), x: () => press("x"), d: () => press("d"), e: () => press("e"), u: () => press("u"),
  w: () => focusOn(".reason input", standing()),
  o: () => open("a.open", standing()), v: () => open("a.event", standing()),
  n: () => open("a[rel=next]"), p: () => open("a[rel=prev]"),
  "/": () => focusOn("#find"), g: () => { going = true; }, "?": help,
};

function pressed(event: KeyboardEvent): void {
  const target = about(event);
  const item = target?.closest(".item");
  const typing = target?.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && typing) {
    if (item) stand(item);
    else if (target instanceof HTMLElement) target.blur();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (item && item !== standing()) stand(item, { scroll: false, focus: false });
  if (going) {
    going = false;
    const view = VIEWS.get(event.key);
    if (view) location.assign(view);
    return;
  }
  if (event.repeat && ONCE.includes(event.key)) return;
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act && act() !== false) event.preventDefault();
}

/**
 * A reason typed before Enter decides nothing by itself: Enter goes back to the report, then one key decides. In the
 * list of a field that is corrected, Enter sends the correction.
 */
function entered(event: KeyboardEvent): void {
  const target = about(event);
  if (event.key !== "Enter" || !target) return;
  if (target.matches(".verdicts .reason input")) {
    event.preventDefault();
    stand(target.closest(".item"));
  } else if (target instanceof HTMLSelectElement && target.matches(".edit select") && target.form) {
    event.preventDefault();
    target.form.requestSubmit(target.form.querySelector("button"));
  }
}

export function listenToKeys(): void {
  document.addEventListener("keydown", pressed);
  document.addEventListener("keydown", entered);
  const keys = byId("keys");
  if (keys) {
    keys.hidden = false;
    keys.addEventListener("click", help);
  }
}
