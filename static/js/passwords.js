// A password can be looked at, and says how far it is. The server judges it; nothing here is needed to sign in.
const SHORTEST = 12;

for (const field of document.querySelectorAll(".secret-field")) {
  const input = field.querySelector("input");
  const words = field.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small secret-show";
  button.textContent = words.show;
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? words.hide : words.show;
    button.setAttribute("aria-pressed", String(shown));
  });
  input.after(button);
  input.form.addEventListener("submit", () => { input.type = "password"; });
  if (input.dataset.password === "new") tellLength(field, input, words);
}

function tellLength(field, input, words) {
  const told = document.createElement("p");
  told.className = "secret-told";
  told.setAttribute("role", "status");
  field.append(told);
  input.addEventListener("input", () => {
    const missing = SHORTEST - input.value.length;
    const varied = new Set(input.value.toLowerCase()).size >= 9 && input.value.length >= 18;
    told.dataset.strength = missing > 0 ? "weak" : varied ? "strong" : "enough";
    if (!input.value) told.textContent = "";
    else if (missing > 0) told.textContent = words.shorter.replace("#", missing);
    else told.textContent = varied ? words.strong : words.enough;
  });
}
