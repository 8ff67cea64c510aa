// Built by Vite from web/src (sha256:e83cabf1b8cc09aa012356c1fa6789c190e3dc194e848c5d624b0bcdfbe19b7e): change it there, then run `make islands`.
// src/dom.ts
var all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
var byId = (id) => document.getElementById(id);
/** The element an event is about. */
var about = (event) => event.target instanceof Element ? event.target : null;
// src/filters.ts
function applyFilters() {
	if (matchMedia("(max-width: 40rem)").matches) all("details.narrow").forEach((one) => one.removeAttribute("open"));
	document.addEventListener("change", (event) => {
		const field = about(event);
		if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement && field.type === "date")) return;
		if (field.matches(".filters *")) field.form?.requestSubmit();
	});
}
// src/standing.ts
var here = null;
/** The report that keys are about. */
var standing = () => here;
function stand(item, { scroll = true, focus = true } = {}) {
	if (!(item instanceof HTMLElement)) return;
	here?.classList.remove("here");
	here = item;
	item.classList.add("here");
	if (focus) item.focus({ preventScroll: true });
	if (scroll) item.scrollIntoView({ block: "nearest" });
}
function step(by) {
	const list = all(".item");
	const at = here ? list.indexOf(here) : -1;
	stand(list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
}
/** Who tabs or clicks into a report stands at it. */
function follow() {
	document.addEventListener("focusin", (event) => {
		const item = about(event)?.closest(".item");
		if (item && item !== here) stand(item, {
			scroll: false,
			focus: false
		});
	});
}
// src/keys.ts
var VIEWS = /* @__PURE__ */ new Map([
	["q", "/queue"],
	["e", "/events"],
	["m", "/map"],
	["t", "/timeline"],
	["c", "/actors"],
	["s", "/sources"],
	["j", "/judgements"],
	["x", "/exports"]
]);
var ONCE = "axdeu";
var going = false;
function press(key) {
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
function open(selector, within = document) {
	const link = within?.querySelector(selector);
	if (link instanceof HTMLElement) link.click();
	return Boolean(link);
}
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
/** What a key does; `false` leaves it to the browser. */
var KEYS = {
	j: () => step(1),
	ArrowDown: () => all(".item").length ? step(1) : false,
	k: () => step(-1),
	ArrowUp: () => all(".item").length ? step(-1) : false,
	a: () => press("a"),
	x: () => press("x"),
	d: () => press("d"),
	e: () => press("e"),
	u: () => press("u"),
	w: () => focusOn(".reason input", standing()),
	o: () => open("a.open", standing()),
	v: () => open("a.event", standing()),
	n: () => open("a[rel=next]"),
	p: () => open("a[rel=prev]"),
	"/": () => focusOn("#find"),
	g: () => {
		going = true;
	},
	"?": help
};
function pressed(event) {
	const target = about(event);
	const item = target?.closest(".item");
	const typing = target?.matches("input:not([type=checkbox]), select, textarea");
	if (event.key === "Escape" && typing) {
		if (item) stand(item);
		else if (target instanceof HTMLElement) target.blur();
		return;
	}
	if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
	if (item && item !== standing()) stand(item, {
		scroll: false,
		focus: false
	});
	if (going) {
		going = false;
		const view = VIEWS.get(event.key);
		if (view) location.assign(view);
		return;
	}
	if (event.repeat && ONCE.includes(event.key)) return;
	const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : void 0;
	if (act && act() !== false) event.preventDefault();
}
/**
* A reason typed before Enter decides nothing by itself: Enter goes back to the report, then one key decides. In the
* list of a field that is corrected, Enter sends the correction.
*/
function entered(event) {
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
function listenToKeys() {
	document.addEventListener("keydown", pressed);
	document.addEventListener("keydown", entered);
	const keys = byId("keys");
	if (keys) {
		keys.hidden = false;
		keys.addEventListener("click", help);
	}
}
// src/news.ts
var PAUSE = 4e3;
var decided = /* @__PURE__ */ new Map();
var linking = "";
async function ask(where) {
	if (document.visibilityState === "visible") try {
		const answer = await fetch(`/api/changes?since=${where.dataset["since"]}`);
		if (!answer.ok) throw new Error(answer.statusText);
		hear(await answer.json(), where);
	} catch {
		say("The app does not answer. Is crossreport serve still running?", where);
	}
	setTimeout(ask, PAUSE, where);
}
function hear(changes, where) {
	where.dataset["since"] = String(changes.seq);
	for (const one of changes.judgements.filter((made) => made.by !== where.dataset["by"])) {
		decided.set(one.by, (decided.get(one.by) ?? 0) + one.subjects.length);
		one.subjects.forEach((subject) => byId(`r-${subject}`)?.classList.add("taken"));
	}
	const said = [...decided].map(([by, count]) => `${by} decided on ${count}`);
	if (linking && !changes.linking) said.push("events were linked again");
	linking = changes.linking;
	if (said.length) say(`Meanwhile: ${said.join(", ")}. `, where, location.href);
	else if (!where.querySelector("a")) say("", where);
}
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
function hearNews() {
	const news = byId("news");
	if (news) setTimeout(ask, PAUSE, news);
}
// src/ties.ts
var recordsOf = (mark) => (mark.dataset["of"] ?? "").split(" ");
function light(ids, reveal = "") {
	all(".lit").forEach((one) => one.classList.remove("lit"));
	const passages = all("mark[data-of]").filter((mark) => recordsOf(mark).some((id) => ids.includes(id)));
	const records = all("[data-record]").filter((record) => ids.includes(record.dataset["record"] ?? ""));
	[...passages, ...records].forEach((one) => one.classList.add("lit"));
	(reveal === "passage" ? passages[0] : reveal === "record" ? records[0] : null)?.scrollIntoView({ block: "nearest" });
}
function tie(event, reveal) {
	const mark = about(event)?.closest("mark[data-of]");
	const record = about(event)?.closest("[data-record]");
	if (mark instanceof HTMLElement) light(recordsOf(mark), reveal ? "record" : "");
	else if (record instanceof HTMLElement) light([record.dataset["record"] ?? ""], reveal ? "passage" : "");
}
function tieRecords() {
	document.addEventListener("mouseover", (event) => tie(event, false));
	document.addEventListener("focusin", (event) => tie(event, true));
	document.addEventListener("click", (event) => {
		if (!about(event)?.closest("a, button, input, select, summary, label")) tie(event, true);
	});
}
// src/main.ts
listenToKeys();
follow();
tieRecords();
applyFilters();
hearNews();
var target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
if (target?.matches(".item, [data-record]")) {
	stand(target);
	if (target.dataset["record"]) light([target.dataset["record"]], "passage");
} else if (document.querySelector(".queue .item")) stand(all(".item")[0], { scroll: false });
