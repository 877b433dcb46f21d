// The editor of a regulation: what the table says at each amount while it is typed, arrows from cell to cell, and a word before work is lost.
"use strict";
(() => {
  const editor = () => document.getElementById("editor");
  let acting = false; // a button was pressed: its answer replaces the form, so nothing that was asked while typing may come after it

  // What somebody unfolded stays unfolded when what is said in it changes.
  if (window.htmx) window.htmx.config.morphIgnore = [...(window.htmx.config.morphIgnore || []), "open"];

  // An empty cell shows what counts instead; one that cannot be read says so below.
  const tell = () => document.querySelectorAll("#cellen [data-cell]").forEach((told) => {
    const input = document.getElementById(told.dataset.cell);
    if (!input) return;
    const cell = input.parentNode;
    const wrong = told.textContent;
    input.placeholder = told.dataset.hint;
    cell.classList.toggle("field-wrong", Boolean(wrong));
    if (!wrong) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
      cell.querySelector(".fault")?.remove();
      return;
    }
    const fault = { className: "fault", id: `${input.id}-fault` };
    const said = cell.querySelector(".fault") || cell.appendChild(Object.assign(document.createElement("p"), fault));
    said.textContent = wrong;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", said.id);
  });

  // After a button: to what went wrong, or to the part that it made, moved or folded out.
  const lead = () => {
    const wrong = document.querySelector("#editor > :is(.meanwhile, .notice-problem)");
    if (wrong) {
      wrong.tabIndex = -1;
      wrong.focus();
      return;
    }
    let place = editor()?.dataset.led || "";
    while (place && !document.getElementById(place)) place = place.includes(":") ? place.slice(0, place.lastIndexOf(":")) : "";
    const part = place ? document.getElementById(place) : null;
    const fields = ".article-title input, input:not([type=hidden]), select, button";
    const first = part && (part.querySelector(".article-title input") || (part.matches(fields) ? part : part.querySelector(fields)));
    first?.focus();
  };

  document.addEventListener("input", (event) => {
    event.target.closest("#editor")?.setAttribute("data-dirty", "");
  });
  const act = (begun) => {
    acting = begun;
    if (editor() && window.htmx) editor().inert = begun; // what would be typed now, the answer would take away
  };
  document.addEventListener("submit", () => { setTimeout(() => act(true)); }); // after the form was read
  document.addEventListener("htmx:before:request", (event) => {
    const source = event.detail?.ctx?.sourceElement;
    if (acting && source && source !== editor() && editor()?.contains(source)) event.preventDefault();
  });
  document.addEventListener("htmx:finally:request", () => { act(false); });
  document.addEventListener("htmx:after:swap", () => {
    tell();
    if (acting) lead();
  });
  addEventListener("beforeunload", (event) => {
    if (!acting && editor()?.hasAttribute("data-dirty")) event.preventDefault();
  });

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
