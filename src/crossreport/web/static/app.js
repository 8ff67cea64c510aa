// @ts-check
// Keys, the tie between records and passages, filters that apply themselves, and news of what colleagues decide. All
// but the last also works without a script: every decision is a form, every view an address. A hand-written ES module,
// shipped as it is; its types stand in its comments (tsc --checkJs --strict). No HTML is ever made from text.

/** @typedef {{by: string, subjects: string[]}} Judgement */
/** @typedef {{seq: number, linking: string, judgements: Judgement[]}} Changes */

/** @param {string} selector @returns {HTMLElement[]} */
const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
/** @param {string} id */
const byId = (id) => document.getElementById(id);
/** The element an event is about. @param {Event} event @returns {Element | null} */
const about = (event) => (event.target instanceof Element ? event.target : null);

// Standing at one report, and going through the list

/** @type {HTMLElement | null} */
let here = null;
let going = false; // "g" was pressed: the next key names a view

/** @param {Element | null | undefined} item */
function stand(item, { scroll = true, focus = true } = {}) {
  if (!(item instanceof HTMLElement)) return;
  here?.classList.remove("here");
  here = item;
  item.classList.add("here");
  if (focus) item.focus({ preventScroll: true });
  if (scroll) item.scrollIntoView({ block: "nearest" });
}

/** @param {number} by */
function step(by) {
  const list = all(".item");
  const at = here ? list.indexOf(here) : -1;
  stand(list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
}

/** @param {string} key */
function press(key) {
  const control = (key === "u" ? document : here)?.querySelector(`[data-key="${key}"]`);
  if (!(control instanceof HTMLElement)) return false;
  const edit = key === "e" ? control.closest("details") : null;
  if (edit) {
    edit.open = true;
    const field = edit.querySelector(".fields input, .fields select");
    if (field instanceof HTMLElement) field.focus();
  } else control.click();
  return true;
}

/** @param {string} selector @param {ParentNode | null} within */
function follow(selector, within = document) {
  const link = within?.querySelector(selector);
  if (link instanceof HTMLElement) link.click();
  return Boolean(link);
}

/** @param {string} selector @param {ParentNode | null} within */
function focusOn(selector, within = document) {
  const field = within?.querySelector(selector);
  if (field instanceof HTMLElement) field.focus();
  return Boolean(field);
}

function help() {
  const dialog = byId("help");
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  return true;
}

// Keys

const VIEWS = new Map([
  ["q", "/queue"], ["e", "/events"], ["m", "/map"], ["t", "/timeline"],
  ["c", "/actors"], ["s", "/sources"], ["j", "/judgements"],
]);

/** @type {Record<string, () => boolean | void>} */
const KEYS = {
  j: () => step(1), ArrowDown: () => (all(".item").length ? step(1) : false),
  k: () => step(-1), ArrowUp: () => (all(".item").length ? step(-1) : false),
  a: () => press("a"), x: () => press("x"), d: () => press("d"), e: () => press("e"), u: () => press("u"),
  w: () => focusOn(".reason input", here),
  o: () => follow("a.open", here), v: () => follow("a.event", here),
  n: () => follow("a[rel=next]"), p: () => follow("a[rel=prev]"),
  "/": () => focusOn("#find"), g: () => { going = true; }, "?": help,
};
const ONCE = "axdeu"; // held down, they would decide on one report after another

document.addEventListener("keydown", (event) => {
  const target = about(event);
  const item = target?.closest(".item");
  const typing = target?.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && typing) {
    if (item) stand(item);
    else if (target instanceof HTMLElement) target.blur();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (item && item !== here) stand(item, { scroll: false, focus: false });
  if (going) {
    going = false;
    const view = VIEWS.get(event.key);
    if (view) location.assign(view);
    return;
  }
  if (event.repeat && ONCE.includes(event.key)) return;
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act && act() !== false) event.preventDefault();
});

// A reason typed before Enter decides nothing by itself: Enter goes back to the report, then one key decides. In the
// list of a field that is corrected, Enter sends the correction.
document.addEventListener("keydown", (event) => {
  const target = about(event);
  if (event.key !== "Enter" || !target) return;
  if (target.matches(".verdicts .reason input")) {
    event.preventDefault();
    stand(target.closest(".item"));
  } else if (target instanceof HTMLSelectElement && target.matches(".edit select") && target.form) {
    event.preventDefault();
    target.form.requestSubmit(target.form.querySelector("button"));
  }
});

document.addEventListener("focusin", (event) => {
  const item = about(event)?.closest(".item");
  if (item && item !== here) stand(item, { scroll: false, focus: false });
});

// Records and passages, both ways

/** @param {HTMLElement} mark */
const recordsOf = (mark) => (mark.dataset.of ?? "").split(" ");

/** @param {string[]} ids @param {"" | "record" | "passage"} reveal */
function light(ids, reveal = "") {
  all(".lit").forEach((one) => one.classList.remove("lit"));
  const passages = all("mark[data-of]").filter((mark) => recordsOf(mark).some((id) => ids.includes(id)));
  const records = all("[data-record]").filter((record) => ids.includes(record.dataset.record ?? ""));
  [...passages, ...records].forEach((one) => one.classList.add("lit"));
  const show = reveal === "passage" ? passages[0] : reveal === "record" ? records[0] : null;
  show?.scrollIntoView({ block: "nearest" });
}

/** @param {Event} event @param {boolean} reveal */
function tie(event, reveal) {
  const mark = about(event)?.closest("mark[data-of]");
  const record = about(event)?.closest("[data-record]");
  if (mark instanceof HTMLElement) light(recordsOf(mark), reveal ? "record" : "");
  else if (record instanceof HTMLElement) light([record.dataset.record ?? ""], reveal ? "passage" : "");
}

document.addEventListener("mouseover", (event) => tie(event, false));
document.addEventListener("focusin", (event) => tie(event, true));
document.addEventListener("click", (event) => {
  if (!about(event)?.closest("a, button, input, select, summary, label")) tie(event, true);
});

// Filters: they apply as soon as one is chosen, and stay folded on a small screen until they are wanted

if (matchMedia("(max-width: 40rem)").matches) all("details.narrow").forEach((one) => one.removeAttribute("open"));
document.addEventListener("change", (event) => {
  const field = about(event);
  const chosen = field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === "date");
  if (chosen && field.matches(".filters *")) field.form?.requestSubmit();
});

// What others decide meanwhile is told, never slipped in under the reader's hands

const PAUSE = 4000; // milliseconds between two questions
const news = byId("news");
/** @type {Map<string, number>} */
const decided = new Map();
let linking = "";

async function listen() {
  if (news && document.visibilityState === "visible") {
    try {
      const answer = await fetch(`/api/changes?since=${news.dataset.since}`);
      if (!answer.ok) throw new Error(answer.statusText);
      hear(await answer.json(), news);
    } catch {
      say("The app does not answer. Is crossreport serve still running?", news);
    }
  }
  setTimeout(listen, PAUSE);
}

/** @param {Changes} changes @param {HTMLElement} where */
function hear(changes, where) {
  where.dataset.since = String(changes.seq);
  for (const one of changes.judgements.filter((made) => made.by !== where.dataset.by)) {
    decided.set(one.by, (decided.get(one.by) ?? 0) + one.subjects.length);
    one.subjects.forEach((subject) => byId(`r-${subject}`)?.classList.add("taken"));
  }
  const said = [...decided].map(([by, count]) => `${by} decided on ${count}`);
  if (linking && !changes.linking) said.push("events were linked again");
  linking = changes.linking;
  if (said.length) say(`Meanwhile: ${said.join(", ")}. `, where, location.href);
  else if (!where.querySelector("a")) say("", where);
}

/** @param {string} text @param {HTMLElement} where @param {string} again */
function say(text, where, again = "") {
  where.textContent = text;
  if (again) {
    const link = document.createElement("a");
    link.href = again;
    link.textContent = "Show";
    link.addEventListener("click", (event) => (event.preventDefault(), location.reload()));
    where.append(link);
  }
  where.hidden = !text;
}
setTimeout(listen, PAUSE);

// At the start: the list of keys can be had, and one stands where the address says, else at the first report of a queue

const keys = byId("keys");
if (keys) {
  keys.hidden = false;
  keys.addEventListener("click", help);
}
const target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
if (target?.matches(".item, [data-record]")) {
  stand(target);
  if (target.dataset.record) light([target.dataset.record], "passage");
} else if (document.querySelector(".queue .item")) stand(all(".item")[0], { scroll: false });
