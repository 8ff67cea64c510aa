// Keys, the tie between records and passages, and filters that apply themselves. All of it also works without a script:
// every decision is a form, every view an address. Plain modern JavaScript, no build step, no HTML made from text.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const items = () => all(".item");
let here = null;
let going = false;

function stand(item, { scroll = true, focus = true } = {}) {
  if (!item) return;
  here?.classList.remove("here");
  here = item;
  item.classList.add("here");
  if (focus) item.focus({ preventScroll: true });
  if (scroll) item.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const list = items();
  if (!list.length) return;
  const at = list.indexOf(here);
  stand(list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
}

function press(key) {
  const within = key === "u" ? document : here;
  const control = within?.querySelector(`[data-key="${key}"]`);
  if (!control) return false;
  if (key === "e") {
    const edit = control.closest("details");
    edit.open = true;
    edit.querySelector(".fields input, .fields select").focus();
  } else control.click();
  return true;
}

function follow(selector, within = document) {
  const link = within?.querySelector(selector);
  if (link) link.click();
  return Boolean(link);
}

const VIEWS = { q: "/queue", e: "/events", m: "/map", t: "/timeline", c: "/actors", s: "/sources", j: "/judgements" };

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && typing) return event.target.closest(".item") ? stand(event.target.closest(".item")) : event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest(".item") && event.target.closest(".item") !== here) stand(event.target.closest(".item"), { scroll: false, focus: false });
  if (going) {
    going = false;
    if (VIEWS[event.key]) location.assign(VIEWS[event.key]);
    return;
  }
  const key = event.key;
  let taken = true;
  if (key === "j" || key === "ArrowDown") step(1);
  else if (key === "k" || key === "ArrowUp") step(-1);
  else if ("axdeu".includes(key) && key.length === 1) taken = !event.repeat && press(key);
  else if (key === "w") here?.querySelector(".reason input")?.focus();
  else if (key === "o") taken = follow("a.open", here);
  else if (key === "v") taken = follow("a.event", here);
  else if (key === "n") taken = follow("a[rel=next]");
  else if (key === "p") taken = follow("a[rel=prev]");
  else if (key === "/") document.getElementById("find").focus();
  else if (key === "g") going = true;
  else if (key === "?") document.getElementById("help").showModal();
  else taken = false;
  if (taken && !((key === "ArrowDown" || key === "ArrowUp") && !items().length)) event.preventDefault();
});

// A reason typed before Enter decides nothing by itself: Enter goes back to the report, then one key decides.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".verdicts .reason input")) {
    event.preventDefault();
    stand(event.target.closest(".item"));
  }
  if (event.key === "Enter" && event.target.matches(".edit select")) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector("button"));
  }
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.(".item");
  if (item && item !== here) stand(item, { scroll: false, focus: false });
});

// Records and passages, both ways.
function light(ids, { reveal = "" } = {}) {
  all(".lit").forEach((one) => one.classList.remove("lit"));
  const wanted = new Set(ids);
  const passages = all("mark[data-of]").filter((mark) => mark.dataset.of.split(" ").some((id) => wanted.has(id)));
  const records = all("[data-record]").filter((record) => wanted.has(record.dataset.record));
  [...passages, ...records].forEach((one) => one.classList.add("lit"));
  const show = { passage: passages[0], record: records[0] }[reveal];
  show?.scrollIntoView({ block: "nearest" });
}

function tie(event, reveal) {
  const mark = event.target.closest?.("mark[data-of]");
  const record = event.target.closest?.("[data-record]");
  if (mark) light(mark.dataset.of.split(" "), { reveal: reveal && "record" });
  else if (record) light([record.dataset.record], { reveal: reveal && "passage" });
}

document.addEventListener("mouseover", (event) => tie(event, false));
document.addEventListener("focusin", (event) => tie(event, true));
document.addEventListener("click", (event) => {
  if (!event.target.closest("a, button, input, summary, label")) tie(event, true);
});

// On a small screen the filters stay folded until they are wanted.
if (matchMedia("(max-width: 40rem)").matches) all("details.narrow").forEach((one) => (one.open = false));

// Filters apply as soon as one is chosen.
all(".filters select, .filters input[type=date]").forEach((field) => field.addEventListener("change", () => field.form.requestSubmit()));

// What others decide meanwhile is told, never slipped in under the reader's hands.
const news = document.getElementById("news");
const PAUSE = 4000; // milliseconds between two questions
let told = new Map();

async function listen() {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(`/api/changes?since=${news.dataset.since}`, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      tell(await answer.json());
    } catch {
      show("The app does not answer. Is crossreport serve still running?", false);
    }
  }
  setTimeout(listen, PAUSE);
}

function tell(changes) {
  news.dataset.since = changes.seq;
  for (const one of changes.judgements) {
    if (one.by === news.dataset.by) continue;
    told.set(one.by, (told.get(one.by) ?? 0) + one.subjects.length);
    for (const subject of one.subjects) document.getElementById(`r-${subject}`)?.classList.add("taken");
  }
  const said = [...told].map(([by, count]) => `${by} decided on ${count}`);
  if (news.dataset.linking && !changes.linking) said.push("events were linked again");
  news.dataset.linking = changes.linking;
  if (said.length) show(`Meanwhile: ${said.join(", ")}.`, true);
  else if (news.dataset.silent) show("", false);
}

function show(text, again) {
  news.dataset.silent = again ? "" : text;
  news.textContent = text;
  if (again) {
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Show";
    link.addEventListener("click", (event) => (event.preventDefault(), location.reload()));
    news.append(" ", link);
  }
  news.hidden = !text;
}
setTimeout(listen, PAUSE);

const keys = document.getElementById("keys");
keys.hidden = false;
keys.addEventListener("click", () => document.getElementById("help").showModal());

// Stand where the address says, else at the first report of a queue.
const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (target?.matches(".item, [data-record]")) {
  stand(target);
  if (target.dataset.record) light([target.dataset.record], { reveal: "passage" });
} else if (document.querySelector(".queue .item")) stand(items()[0], { scroll: false });
