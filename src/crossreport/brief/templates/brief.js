"use strict";
(() => {
  const drawer = document.getElementById("drawer");
  const body = document.getElementById("drawer-body");
  const full = document.getElementById("drawer-full");
  let opener = null;

  const light = (root, key) => {
    for (const old of root.querySelectorAll("mark.on")) old.classList.remove("on");
    const marks = [...root.querySelectorAll("mark")].filter((m) => (m.dataset.at || "").split(" ").includes(key));
    for (const mark of marks) mark.classList.add("on");
    return marks[0] || null;
  };

  const close = () => {
    drawer.hidden = true;
    document.body.classList.remove("with-drawer");
    if (opener) opener.focus();
  };

  const open = (key) => {
    const target = document.getElementById(key);
    const article = target && target.closest("article");
    if (!article) return false;
    const copy = article.cloneNode(true);
    copy.removeAttribute("id");
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    body.replaceChildren(copy);
    full.setAttribute("href", "#" + key);
    drawer.hidden = false;
    document.body.classList.add("with-drawer");
    const first = light(copy, key);
    if (first) first.scrollIntoView({ block: "center" });
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ev");
    if (!link || !matchMedia("(min-width: 62rem)").matches) return;
    opener = link;
    if (open(link.getAttribute("href").slice(1))) event.preventDefault();
  });
  document.getElementById("drawer-close").addEventListener("click", close);
  full.addEventListener("click", () => { drawer.hidden = true; document.body.classList.remove("with-drawer"); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !drawer.hidden) close(); });

  const unfold = (node) => {
    for (let at = node && node.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };

  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details")) one.open = true; });

  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("details:not([open])")) {
      unfold(target);
      target.scrollIntoView();
    }
    const first = light(document.getElementById("evidence"), location.hash.slice(1));
    if (first) first.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", follow);
  follow();
})();
