// What the crew enters is kept on the telephone before it is sent, and waits there while there is no connection. The form's own `once` key
// makes the server carry it out once, however often it arrives. A form that the server refuses stays, and can be looked at again.
"use strict";
(async () => {
  const place = document.querySelector("#later");
  if (!place || !("indexedDB" in window)) return;
  const words = place.dataset;
  const [status, list, row] = ["[role=status]", ".waiting", "template"].map((each) => place.querySelector(each));
  const PATIENCE = 20_000, AGAIN = 15_000;
  const EXPIRED = 400, NOBODY = 401, DONE = 204;
  const onlyOurs = (entry) => entry.account === words.account;
  const isTurnedAway = ({ status: code }) => code === NOBODY || code === EXPIRED;
  const isRefused = (answer) => answer.status !== DONE && !isTurnedAway(answer) && answer.status < 500 && answer.status !== 429;
  let token = words.token;
  let reached = false; // once something was sent there is a connection, whatever this page was shown from

  // ── the drawer: one table of the browser's own database ──
  const opened = new Promise((done, failed) => {
    const request = indexedDB.open("streekdepot", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("later", { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const drawer = async (mode, act) => {
    const store = (await opened).transaction("later", mode).objectStore("later");
    const request = act(store);
    return new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  };
  const put = (entry) => drawer("readwrite", (store) => store.put(entry));
  const drop = (id) => drawer("readwrite", (store) => store.delete(id));
  const waiting = async () => (await drawer("readonly", (store) => store.getAll())).filter(onlyOurs);

  // ── sending ──
  const send = async (entry) => {
    const body = new FormData();
    for (const [name, value] of entry.fields) body.append(name, value);
    body.set("csrf_token", token);
    const answer = await fetch(entry.url, { method: "POST", body, headers: { "X-Later": "1" }, signal: AbortSignal.timeout(PATIENCE) });
    return { status: answer.status, next: answer.headers.get("X-Next") };
  };

  // A token follows from the session: after signing in again the page at hand has an old one. That of somebody else is not for these forms.
  const sendWithToken = async (entry) => {
    const answer = await send(entry);
    if (answer.status !== EXPIRED) return answer;
    const text = await (await fetch(words.today, { headers: { "X-Later": "1" } })).text();
    const fresh = new RegExp(`data-account="${words.account}" data-token="([0-9a-f]+)"`).exec(text);
    if (!fresh || fresh[1] === token) return answer;
    token = fresh[1];
    return send(entry);
  };

  // Carried out it goes; refused it stays for who typed it, and what nobody was let in for waits. A server in trouble is asked again.
  const settle = async (entry) => {
    const answer = await sendWithToken(entry);
    if (answer.status === DONE) await drop(entry.id);
    else if (isRefused(answer)) await put({ ...entry, problem: "refused" }); // with its photographs, for which no page has room
    else if (isTurnedAway(answer)) await put({ ...entry, problem: "nobody" });
    return answer;
  };

  const sendAll = () => navigator.locks.request("later", { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    let sent = 0;
    for (const entry of (await waiting()).filter((each) => each.problem !== "refused")) {
      status.textContent = words.sending;
      try {
        const { status: code } = await settle(entry);
        if (code === DONE) sent += 1;
        if (code === NOBODY) break;
      } catch {
        break; // no connection: what waits, waits
      }
    }
    if (sent) words.since = "";
    reached ||= sent > 0;
    await show();
    if (sent) status.textContent = words.sent;
    place.hidden &&= !sent;
  });

  // ── showing what waits ──
  const show = async () => {
    const entries = await waiting();
    place.hidden = !entries.length && !words.since;
    list.replaceChildren(...entries.map((entry) => {
      const item = row.content.cloneNode(true);
      const moment = new Date(entry.at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      item.querySelector(".later-what").textContent = entry.title;
      item.querySelector(".state").textContent = `${moment} · ${words[entry.problem || "waiting"]}`;
      const look = item.querySelector("a");
      look.href = entry.page;
      look.hidden = !entry.problem;
      item.querySelector("button").addEventListener("click", async () => {
        if (!confirm(words.sure)) return;
        await drop(entry.id);
        await show();
      });
      return item;
    }));
    place.classList.toggle("later-bad", entries.some((entry) => entry.problem));
    status.textContent = entries.length ? words.count.replace("#", entries.length) : words.since || "";
    document.querySelectorAll(".work-card a, .job a").forEach((link) => {
      link.closest("li").classList.toggle("waits", entries.some((entry) => new URL(entry.url).pathname.startsWith(link.pathname)));
    });
    document.querySelectorAll("form[data-later]").forEach((form) => mark(form, entries));
  };

  const mark = (form, entries) => {
    const kept = entries.some((entry) => entry.url === form.action && !entry.problem);
    form.querySelectorAll("[type=submit]").forEach((button) => { button.disabled = kept; });
  };

  // ── taking a form in ──
  const taken = async (form, button) => {
    const fields = [];
    for (const [name, value] of new FormData(form, button)) {
      if (!(value instanceof File) || value.size) fields.push([name, value]);
    }
    const at = new Date().toISOString();
    const entry = {
      account: words.account, url: form.action, page: location.href.split("#")[0], title: form.dataset.later, at,
      fields: [...fields.filter(([name]) => name !== "at"), ["at", at]],
    };
    if (form.dataset.entry) entry.id = Number(form.dataset.entry);
    form.dataset.entry = entry.id = await put(entry); // pressed again, it is the same one
    return entry;
  };

  const natively = (form, button) => {
    if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
    HTMLFormElement.prototype.submit.call(form);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-later]")) return;
    event.preventDefault();
    const button = event.submitter;
    const buttons = form.querySelectorAll("[type=submit]");
    buttons.forEach((each) => { each.disabled = true; });
    place.hidden = false;
    status.textContent = words.sending;
    let entry;
    try {
      entry = await taken(form, button);
    } catch {
      natively(form, button); // a browser that keeps nothing still sends
      return;
    }
    const answer = await settle(entry).catch(() => null); // null: no connection, or too slow
    if (answer?.status === DONE) return location.assign(answer.next);
    if (answer && isRefused(answer)) return natively(form, button); // the server says on the page itself what is wrong
    await show();
    if (!answer || !isTurnedAway(answer)) status.textContent = words.stored;
    place.scrollIntoView({ block: "center" });
    place.focus();
  });

  // ── what was refused comes back into its form ──
  const refill = async () => {
    const refused = (await waiting()).filter((entry) => entry.problem === "refused");
    for (const form of document.querySelectorAll("form[data-later]")) {
      const entry = refused.find((each) => each.url === form.action);
      if (entry) fill(form, entry);
    }
  };

  const fill = (form, entry) => {
    form.dataset.entry = entry.id;
    for (const field of form.elements) {
      if (!field.name || field.name === "csrf_token" || field.name === "at") continue;
      const values = entry.fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.type === "file") {
        const files = new DataTransfer();
        values.filter((value) => value instanceof File).forEach((value) => files.items.add(value));
        field.files = files.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      } else if (values.length) [field.value] = values;
    }
  };

  // ── the worker, which keeps pages for where there is no connection ──
  const keepPages = async () => {
    if (!navigator.serviceWorker) return;
    const rule = window.trustedTypes?.createPolicy("streekdepot", { createScriptURL: (address) => address });
    await navigator.serviceWorker.register(rule ? rule.createScriptURL(words.worker) : words.worker);
    navigator.serviceWorker.addEventListener("message", async ({ data }) => {
      if (!data.since || reached) return;
      words.since = words.old.replace("#", new Date(data.since).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" }));
      await show();
    });
    const { active } = await navigator.serviceWorker.ready;
    const [before, now] = [localStorage.getItem("account"), words.account];
    if (before !== now) active.postMessage({ forget: true });
    localStorage.setItem("account", now);
    active.postMessage({ state: true });
    const links = [...document.querySelectorAll(".work-card a[href], .job a[href]")].filter((link) => link.origin === location.origin);
    const addresses = [words.today, words.unreachable, ...links.map((link) => link.href)];
    if (!navigator.connection?.saveData) active.postMessage({ keep: [...new Set([location.href.split("#")[0], ...addresses])].slice(0, 40) });
  };

  await refill();
  await show();
  await sendAll();
  window.addEventListener("online", sendAll);
  setInterval(() => { if (!place.hidden && document.visibilityState === "visible") sendAll(); }, AGAIN);
  await keepPages().catch(() => {}); // without it forms still wait; only pages are not kept
})();
