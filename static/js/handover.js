// Hand-over and return with a thumb: numbers with + and -, everything in order at one touch, photographs made small before they travel.
// Without this file the forms work as they stand.
"use strict";
(() => {
  const LONGEST = 1920;
  const QUALITY = 0.82;

  const make = (tag, options = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), options);
    made.append(...inside);
    return made;
  };

  const say = (form, name) => form.querySelector(".slip-words").dataset[name];

  // A number gets a button at each side.
  const step = (field, form) => {
    const by = (amount, sign, label) => {
      const button = make("button", { type: "button", className: "button", textContent: sign });
      button.setAttribute("aria-label", `${label}: ${field.labels[0]?.firstChild.textContent.trim() || ""}`);
      button.addEventListener("click", () => {
        const wanted = (parseInt(field.value, 10) || 0) + amount;
        field.value = Math.min(Math.max(wanted, Number(field.min) || 0), field.max === "" ? Infinity : Number(field.max));
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return button;
    };
    const row = make("div", { className: "stepper" });
    field.before(row);
    row.append(by(-1, "−", say(form, "fewer")), field, by(1, "+", say(form, "more")));
  };

  // A photograph of today's telephone is ten times larger than anybody looks at, and a depot's connection is not.
  const smaller = async (file) => {
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
      const canvas = make("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
      const small = made && made.size < file.size ? new File([made], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" }) : file;
      return { file: small, canvas };
    } catch {
      return { file, canvas: null }; // not a picture that this browser reads: the server says what is wrong with it
    }
  };

  // One camera gives one picture at a time: what was taken before stays, and each can be taken away.
  const gather = (field, form) => {
    const list = field.closest(".photos-field").querySelector(".thumbs-taken");
    let taken = [];
    const show = () => {
      const files = new DataTransfer();
      taken.forEach((each) => files.items.add(each.file));
      field.files = files.files;
      list.replaceChildren(...taken.map((each, place) => {
        const away = make("button", { type: "button", className: "button", textContent: "×" });
        away.setAttribute("aria-label", `${say(form, "remove")} ${place + 1}`);
        away.addEventListener("click", () => { taken = taken.filter((other) => other !== each); show(); });
        return make("li", {}, each.canvas || make("canvas", { width: 96, height: 96 }), away);
      }));
    };
    if (matchMedia("(pointer: coarse)").matches) field.capture = "environment";
    field.addEventListener("change", async () => {
      taken = [...taken, ...await Promise.all([...field.files].map(smaller))];
      show();
    });
  };

  const allFine = (form) => {
    const items = form.querySelectorAll(".check");
    if (items.length < 2) return;
    const button = make("button", { type: "button", className: "button all-fine", textContent: say(form, "fine") });
    button.addEventListener("click", () => {
      form.querySelectorAll(".check").forEach((item) => {
        if (!item.querySelector(":checked")) item.querySelector(".verdict-fine input").click();
      });
    });
    items[0].before(button);
  };

  document.querySelectorAll("form.slip").forEach((form) => {
    form.querySelectorAll("input[inputmode=numeric]").forEach((field) => step(field, form));
    form.querySelectorAll("input[type=file]").forEach((field) => gather(field, form));
    allFine(form);
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault(); // a second touch of the same button; the key of the form stands behind this
      form.dataset.sent = "1";
      form.elements.at.value = new Date().toISOString();
    });
    addEventListener("pageshow", () => { delete form.dataset.sent; });
  });
})();
