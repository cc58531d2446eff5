"use strict";
(() => {
  for (const element of document.querySelectorAll("[hidden]")) element.hidden = false;

  document.getElementById("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const number = cell.dataset.value;
    return number === undefined ? cell.textContent : Number(number);
  };
  // Numbers, then texts, then gaps, whichever way they are sorted.
  const kindOf = key => typeof key === "number" ? 0 : key === "" || key === "–" ? 2 : 1;
  // Of texts the numbers in them count: 5w before 10w.
  const texts = new Intl.Collator("en", { numeric: true });
  const order = (a, b) => typeof a === "number" ? a - b : texts.compare(a, b);
  const compare = (a, b, sign) => kindOf(a) - kindOf(b) || sign * order(a, b);

  for (const table of document.querySelectorAll("table.data")) {
    const heads = [...table.tHead.rows[0].cells];
    const original = [...table.tBodies[0].rows];
    const next = { null: "ascending", ascending: "descending", descending: null };
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.title = "Sort by this column: ascending, descending, as it was";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const way = next[head.getAttribute("aria-sort")];
        for (const other of heads) other.removeAttribute("aria-sort");
        if (way) head.setAttribute("aria-sort", way);
        const sign = way === "ascending" ? 1 : -1;
        const rows = way
          ? [...table.tBodies[0].rows].sort((a, b) => compare(keyOf(a, column), keyOf(b, column), sign))
          : original;
        table.tBodies[0].append(...rows);
      });
    });
  }

  for (const input of document.querySelectorAll("input[data-table]")) {
    const rows = [...document.getElementById(input.dataset.table).tBodies[0].rows];
    const count = input.closest("p").querySelector("span");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every(word => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
    });
  }
})();
