// What a person could not read or reach on the page shown: contrast (WCAG 2.2, 1.4.3), names, ids, width.
() => {
  const parse = (c) => { const [r, g, b, a = 1] = c.match(/[\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3])).concat(1);
  const behind = (e) => e ? over(parse(getComputedStyle(e).backgroundColor), behind(e.parentElement)) : [255, 255, 255, 1];
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const found = [];
  for (const e of document.querySelectorAll("body *:not(option)")) {
    const box = e.getBoundingClientRect();
    const texts = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (texts && box.width && !e.closest("svg")) {
      const under = behind(e), style = getComputedStyle(e), ink = over(parse(style.color), under);
      const [hi, lo] = [light(ink), light(under)].sort((x, y) => y - x);
      const large = parseFloat(style.fontSize) >= 24;
      if ((hi + .05) / (lo + .05) < (large ? 3 : 4.5)) found.push(`contrast ${((hi + .05) / (lo + .05)).toFixed(2)}: ${e.className} ${e.textContent.slice(0, 30)}`);
    }
    if (e.matches("input:not([type=hidden]), select") && !e.labels.length && !e.ariaLabel) found.push("no label: " + e.name);
    if (e.matches("a[href], button:not([hidden]), summary") && !(e.textContent.trim() || e.ariaLabel) && !e.matches(".at")) found.push("no name: " + e.outerHTML);
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  if (new Set(ids).size < ids.length) found.push("an id twice");
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the screen");
  return found;
}
