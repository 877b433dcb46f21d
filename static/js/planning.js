// The board by keyboard: one stop for Tab, arrows between cells, Home and End in a row, PageUp and PageDown to earlier and later weeks.
"use strict";
(() => {
  const table = document.querySelector(".board table");
  if (!table) return;
  const rows = [...table.querySelectorAll("tbody tr:not(.house)")].map((row) => [...row.cells]);
  const STOPS = ":scope > a, :scope > button, :scope > .jobs a";
  const stop = (cell) => cell.querySelector(STOPS) || cell;
  const inCell = (cell) => [cell, ...cell.querySelectorAll(STOPS)];
  let here = null;

  table.setAttribute("role", "grid");
  table.querySelectorAll("tbody a, tbody button").forEach((each) => { if (!each.closest("[popover]")) each.tabIndex = -1; });

  const place = (target) => {
    const cell = target.closest("td, tbody th");
    const row = rows.findIndex((cells) => cells.includes(cell));
    return row < 0 ? null : { row, column: rows[row].indexOf(cell) };
  };

  const mark = (target) => {
    if (here) here.tabIndex = -1;
    here = target;
    here.tabIndex = 0;
  };

  const go = (row, column, last = false) => {
    const cell = rows[row]?.[column];
    if (!cell) return;
    const stops = inCell(cell).filter((each) => each !== cell);
    mark((last ? stops.at(-1) : stops[0]) || cell);
    here.focus({ preventScroll: true });
    here.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  // A cell may hold a link and bars: the arrows pass them one by one before they leave the cell.
  const sideways = (at, step) => {
    const stops = inCell(rows[at.row][at.column]).slice(1);
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next && stops.includes(document.activeElement)) {
      mark(next);
      next.focus();
    } else {
      go(at.row, at.column + step, step < 0);
    }
  };

  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.target.closest("[popover]")) return;
    const at = place(event.target);
    if (!at) return;
    const end = rows[at.row].length - 1;
    const moves = {
      ArrowLeft: () => sideways(at, -1),
      ArrowRight: () => sideways(at, 1),
      ArrowUp: () => go(at.row - 1, at.column),
      ArrowDown: () => go(at.row + 1, at.column),
      Home: () => go(event.ctrlKey ? 0 : at.row, 0),
      End: () => go(event.ctrlKey ? rows.length - 1 : at.row, end),
      PageUp: () => location.assign(`${table.dataset.earlier}#planning`),
      PageDown: () => location.assign(`${table.dataset.later}#planning`),
    };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  });

  table.addEventListener("focusin", (event) => {
    if (!event.target.closest("[popover]") && place(event.target)) mark(event.target);
  });

  const today = table.querySelector("thead [aria-current]");
  const column = today ? [...today.parentNode.cells].indexOf(today) : 0;
  mark(stop(rows[0][column] || rows[0][0]));

  // Who turned the page from within the board arrives at the board: on to its cell.
  const board = document.getElementById("planning");
  board.addEventListener("focus", () => here.focus({ preventScroll: true }));
  if (location.hash === "#planning") board.focus({ preventScroll: true });
})();
