// Keeps the crew's pages on the telephone, so that they can be read where there is no connection. What is typed there waits in later.js.
"use strict";
const PAGES = "pages", FILES = "files";
const CREW = /^(\/(?:nl|en|fr))?\/(?:vandaag|taken|scannen|m|zonder-verbinding)(?:\/|$)/;
const DOORS = /\/(?:aan|af)melden$/; // who comes or goes leaves nothing to read for who comes next
const PATIENCE = 4000; // milliseconds, where a kept page can be shown instead
const KEPT_FOR = 36 * 3600_000;
const FRESH = 5 * 60_000;
const served = new Map(); // by window: since when what it shows was kept

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), forgetOld()])));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && DOORS.test(url.pathname)) event.waitUntil(caches.delete(PAGES));
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && CREW.test(url.pathname)) event.respondWith(page(event, url));
  else if (url.pathname.startsWith("/static/") && url.searchParams.has("v")) event.respondWith(file(request, url));
});

self.addEventListener("message", (event) => {
  const asked = event.data;
  if (asked.state) {
    event.source.postMessage({ since: served.get(event.source.id) || null });
    event.waitUntil(forgetOld());
  }
  if (asked.keep) event.waitUntil(keepAll(asked.keep));
  if (asked.forget) event.waitUntil(caches.delete(PAGES));
});

async function page(event, url) {
  const kept = await caches.open(PAGES);
  const found = await recent(kept, url.href);
  try {
    const answer = await (found ? within(PATIENCE, fetch(event.request)) : fetch(event.request));
    if (answer.ok) event.waitUntil(keep(kept, url.href, answer.clone()));
    else if (found && answer.type === "opaqueredirect") event.waitUntil(caches.delete(PAGES)); // it was a page: the session is over
    if (answer.status < 502 || !found) return answer;
  } catch (error) {
    if (!found) return await kept.match(`${(CREW.exec(url.pathname) || [])[1] || ""}/zonder-verbinding`) || Promise.reject(error);
  }
  served.set(event.resultingClientId, found.headers.get("X-Kept-At"));
  return found;
}

async function file(request, url) {
  const kept = await caches.open(FILES);
  const found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const stored = answer.clone();
    for (const old of await kept.keys()) if (new URL(old.url).pathname === url.pathname) await kept.delete(old);
    await kept.put(request, stored);
  }
  return answer;
}

async function keep(kept, address, answer) {
  const headers = new Headers(answer.headers);
  headers.set("X-Kept-At", new Date().toISOString());
  await kept.put(address, new Response(await answer.blob(), { headers }));
}

// The pages that today's leads to, one after the other; a page that was just kept is fresh enough.
async function keepAll(addresses) {
  const kept = await caches.open(PAGES);
  for (const address of addresses) {
    const found = await kept.match(address);
    if (found && Date.now() - Date.parse(found.headers.get("X-Kept-At")) < FRESH) continue;
    const answer = await fetch(address).catch(() => null);
    if (!answer) return;
    if (answer.ok && !answer.redirected) await keep(kept, address, answer);
  }
}

async function forgetOld() {
  const kept = await caches.open(PAGES);
  for (const request of await kept.keys()) {
    if (!await recent(kept, request)) await kept.delete(request);
  }
}

// What is kept too long is as good as gone.
async function recent(kept, address) {
  const found = await kept.match(address);
  return found && Date.now() - Date.parse(found.headers.get("X-Kept-At")) <= KEPT_FOR ? found : null;
}

function within(milliseconds, promise) {
  return Promise.race([promise, new Promise((_, refuse) => { setTimeout(() => refuse(new Error("too slow")), milliseconds); })]);
}
