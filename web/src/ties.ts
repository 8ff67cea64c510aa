// Records and passages, both ways: pointing at one lights up the other.

import { about, all } from "./dom";

const recordsOf = (mark: HTMLElement): string[] => (mark.dataset["of"] ?? "").split(" ");

export function light(ids: string[], reveal: "" | "record" | "passage" = ""): void {
  all(".lit").forEach((one) => one.classList.remove("lit"));
  const passages = all("mark[data-of]").filter((mark) => recordsOf(mark).some((id) => ids.includes(id)));
  const records = all("[data-record]").filter((record) => ids.includes(record.dataset["record"] ?? ""));
  [...passages, ...records].forEach((one) => one.classList.add("lit"));
  const show = reveal === "passage" ? passages[0] : reveal === "record" ? records[0] : null;
  show?.scrollIntoView({ block: "nearest" });
}

function tie(event: Event, reveal: boolean): void {
  const mark = about(event)?.closest("mark[data-of]");
  const record = about(event)?.closest("[data-record]");
  if (mark instanceof HTMLElement) light(recordsOf(mark), reveal ? "record" : "");
  else if (record instanceof HTMLElement) light([record.dataset["record"] ?? ""], reveal ? "passage" : "");
}

export function tieRecords(): void {
  document.addEventListener("mouseover", (event) => tie(event, false));
  document.addEventListener("focusin", (event) => tie(event, true));
  document.addEventListener("click", (event) => {
    if (!about(event)?.closest("a, button, input, select, summary, label")) tie(event, true);
  });
}
