// The editor of a regulation: what the table says at each amount while it is typed, arrows from cell to cell, and a word before work is lost.
"use strict";
(() => {
  const editor = () => document.getElementById("editor");
  let typed = false;

  // An empty cell shows what counts instead; one that cannot be read says so below.
  const tell = () => {
    document.querySelectorAll("#cellen [data-cell]").forEach((told) => {
      const input = document.getElementById(told.dataset.cell);
      if (!input) return;
      input.placeholder = told.dataset.hint;
      const cell = input.parentNode;
      const fault = cell.querySelector(".fault");
      const wrong = told.textContent;
      cell.classList.toggle("field-wrong", Boolean(wrong));
      if (!wrong) {
        input.removeAttribute("aria-invalid");
        input.removeAttribute("aria-describedby");
        fault?.remove();
      } else {
        const said = fault || cell.appendChild(Object.assign(document.createElement("p"), { className: "fault", id: `${input.id}-fault` }));
        said.textContent = wrong;
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", said.id);
      }
    });
  };

  const unsaved = () => typed || editor()?.hasAttribute("data-dirty");

  document.addEventListener("input", (event) => {
    if (!event.target.closest("#editor") || typed) return;
    typed = true;
    editor().setAttribute("data-dirty", "");
  });
  document.addEventListener("submit", () => { typed = false; });
  document.addEventListener("htmx:after:swap", () => { tell(); });
  document.addEventListener("htmx:before:morph:attr", (event) => {
    if (event.detail?.attrName === "open" && event.target.matches("details")) event.preventDefault();
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved() && !leaving) event.preventDefault();
  });
  let leaving = false;
  document.addEventListener("submit", () => { leaving = true; setTimeout(() => { leaving = false; }, 2000); });

  // As in a sheet: up, down and Enter go to the same column of the next row.
  document.addEventListener("keydown", (event) => {
    const input = event.target;
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !input.matches?.(".amounts input")) return;
    const rows = [...document.querySelectorAll(".amounts")];
    const row = input.closest(".amounts");
    const column = [...row.cells].indexOf(input.closest("td"));
    const next = rows[rows.indexOf(row) + step]?.cells[column]?.querySelector("input");
    event.preventDefault();
    next?.focus();
    next?.select();
  });
})();
