// What the page gains where scripts run: choosing what is shown. Nothing of a document is ever read as markup.
"use strict";
(() => {
  const form = document.getElementById("filter");
  const status = form.querySelector("output");
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const findings = [...document.querySelectorAll(".finding")].map((element) => ({
    element,
    times: Number(element.dataset.times),
    text: fold(`${element.textContent} ${element.closest(".holder").firstElementChild.textContent}`),
  }));
  const total = findings.reduce((sum, finding) => sum + finding.times, 0);

  const choose = () => {
    const chosen = new FormData(form);
    const words = fold(chosen.get("words")).split(/\s+/).filter(Boolean);
    const severities = chosen.getAll("severity");
    let shown = 0;
    for (const { element, times, text } of findings) {
      const { severity, code } = element.dataset;
      const fits = severities.includes(severity) && [code, ""].includes(chosen.get("code"));
      element.hidden = !(fits && words.every((word) => text.includes(word)));
      shown += element.hidden ? 0 : times;
    }
    for (const holder of document.querySelectorAll(".holder")) {
      holder.hidden = !holder.querySelector(".finding:not([hidden])");
    }
    status.value = `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} findings shown`;
  };

  const all = () => {
    form.reset();
    choose();
  };

  // A link leads to what it names, even if that was not chosen to be shown.
  const uncover = (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && document.getElementById(link.hash.slice(1))?.closest("[hidden]")) all();
  };

  // Beside the findings the record scrolls by itself; following a link into it must not move the findings.
  const stay = (event) => {
    const link = event.target.closest("a[href^='#']");
    const pane = link && document.getElementById(link.hash.slice(1))?.closest(".source");
    if (!pane || getComputedStyle(pane).position !== "sticky") return;
    const before = window.scrollY;
    requestAnimationFrame(() => window.scrollTo(0, before));
  };

  form.hidden = false;
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", all);
  document.addEventListener("click", (event) => { uncover(event); stay(event); });

  const opened = [];
  window.addEventListener("beforeprint", () => {
    opened.push(...document.querySelectorAll("details:not([open])"));
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened.splice(0)) details.open = false;
  });
  choose();
})();
