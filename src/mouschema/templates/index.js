"use strict";
// Hides the records that do not match; without it the list is there as a whole.
(() => {
  const form = document.getElementById("search");
  const found = document.getElementById("found");
  const fields = [...form.querySelectorAll("select")];
  const words = form.querySelector("input");
  // U+200B to U+200D break and join letters in Lao or Arabic; nobody types them in a search.
  const key = (text) => text.normalize("NFKD").replace(/[\u200b-\u200d\p{Diacritic}]/gu, "").toLowerCase();
  const records = [...document.querySelectorAll("#records > li")].map((item) => ({
    item,
    words: key(`${item.dataset.words} ${item.textContent}`),
  }));
  const filter = () => {
    const wanted = key(words.value).split(/\s+/);
    let count = 0;
    for (const record of records) {
      const matches =
        wanted.every((word) => record.words.includes(word)) &&
        fields.every((field) => !field.value || record.item.dataset[field.name].split(" ").includes(field.value));
      record.item.hidden = !matches;
      count += matches;
    }
    found.textContent = `${count} of ${records.length} records`;
  };
  form.addEventListener("input", filter);
  form.hidden = false;
  filter();
})();
