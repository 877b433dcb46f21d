// Hand-over and return with a thumb: numbers with + and -, everything in order at one touch, photographs made small before they travel.
// Without this file the forms work as they stand.
"use strict";
(() => {
  const LONGEST = 1920;
  const THUMB = 192;
  const QUALITY = 0.82;

  const make = (tag, options = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), options);
    made.append(...inside);
    return made;
  };

  // A number between two buttons.
  const step = (button) => button.addEventListener("click", () => {
    const field = button.parentElement.querySelector("input");
    const wanted = (parseInt(field.value, 10) || 0) + Number(button.dataset.step);
    field.value = Math.min(Math.max(wanted, Number(field.min) || 0), field.max === "" ? Infinity : Number(field.max));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const drawn = (picture, longest) => {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = make("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
  };

  // A photograph of today's telephone is ten times larger than anybody looks at, and a depot's connection is not.
  const smaller = async (file) => {
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const made = await new Promise((done) => drawn(picture, LONGEST).toBlob(done, "image/jpeg", QUALITY));
      const small = made && made.size < file.size ? new File([made], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" }) : file;
      return { file: small, shown: drawn(picture, THUMB) };
    } catch {
      return { file, shown: make("canvas") }; // no picture that this browser reads: the server says what is wrong
    }
  };

  // One camera gives one picture at a time: what was taken before stays, and each can be taken away.
  const gather = (field) => {
    const list = field.closest(".photos-field").querySelector(".thumbs-taken");
    let taken = [];
    const show = () => {
      const files = new DataTransfer();
      taken.forEach((each) => files.items.add(each.file));
      field.files = files.files;
      list.replaceChildren(...taken.map((each, place) => {
        const away = make("button", { type: "button", className: "button", textContent: "×" });
        away.setAttribute("aria-label", `${list.dataset.remove} ${place + 1}`);
        away.addEventListener("click", () => { taken = taken.filter((other) => other !== each); show(); });
        return make("li", {}, each.shown, away);
      }));
    };
    if (matchMedia("(pointer: coarse)").matches) field.capture = "environment";
    field.addEventListener("change", async () => {
      taken = [...taken, ...await Promise.all([...field.files].map(smaller))];
      show();
    });
  };

  // What was not answered yet is in order.
  const allFine = (form) => form.querySelector(".all-fine")?.addEventListener("click", () => {
    form.querySelectorAll(".check").forEach((item) => {
      if (!item.querySelector(".verdict :checked")) item.querySelector(".verdict-fine input").click();
    });
  });

  document.querySelectorAll("form.slip").forEach((form) => {
    form.querySelectorAll("[data-step]").forEach(step);
    form.querySelectorAll("input[type=file]").forEach(gather);
    allFine(form);
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault(); // a second touch of the same button; the key of the form stands behind this
      form.dataset.sent = "1";
      form.elements.at.value = new Date().toISOString();
    });
    addEventListener("pageshow", () => { delete form.dataset.sent; });
  });
})();
