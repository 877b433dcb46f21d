// A link with data-dialog is fetched by htmx into the page's dialog; this opens it when it is there and gives the focus back when it goes.
"use strict";
(() => {
  const dialog = document.getElementById("venster");
  const content = document.getElementById("venster-inhoud");
  if (!dialog || !window.htmx) return;
  let opener = null;

  // What opened it may stand in a popover that is gone by then: the focus goes back to the bar that showed the popover.
  const shower = (link) => {
    const told = link.closest("[popover]");
    return (told && document.querySelector(`[popovertarget="${CSS.escape(told.id)}"]`)) || link;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (link) opener = shower(link);
  });

  document.addEventListener("htmx:after:swap", () => {
    if (content.hasChildNodes() && !dialog.open) {
      dialog.showModal();
      (content.querySelector("form[action] :is(select, textarea, input:not([type=hidden]))") || dialog).focus();
    }
    if (dialog.open) content.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
  });

  dialog.addEventListener("close", () => {
    content.replaceChildren();
    opener?.focus();
  });

  // A click on what lies behind it closes it, as Escape does.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
