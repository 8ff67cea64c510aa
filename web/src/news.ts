// What others decide meanwhile is told, never slipped in under the reader's hands.

import { byId } from "./dom";

/** A judgement as `/api/changes` tells it. */
interface Judgement {
  by: string;
  subjects: string[];
}

/** An answer of `/api/changes`. */
interface Changes {
  seq: number;
  linking: string;
  judgements: Judgement[];
}

const PAUSE = 4000; // milliseconds between two questions
const decided = new Map<string, number>();
let linking = "";

async function ask(where: HTMLElement): Promise<void> {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(`/api/changes?since=${where.dataset["since"]}`);
      if (!answer.ok) throw new Error(answer.statusText);
      hear((await answer.json()) as Changes, where);
    } catch {
      say("The app does not answer. Is crossreport serve still running?", where);
    }
  }
  setTimeout(ask, PAUSE, where);
}

function hear(changes: Changes, where: HTMLElement): void {
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

function say(text: string, where: HTMLElement, again = ""): void {
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

export function hearNews(): void {
  const news = byId("news");
  if (news) setTimeout(ask, PAUSE, news);
}
