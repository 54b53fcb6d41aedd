// What every part of the pages' scripts uses. Parts of pages are fetched as the server renders them.

const PATIENCE = 30_000; // milliseconds; an answer takes some

export const $ = (id) => document.getElementById(id);

// The interface's text, as the server has it for this language. Numbers are written as the language writes them.

let messages, language, plural, lists, numbers;

export function readWording() {
  messages = JSON.parse($("wording").textContent);
  language = document.documentElement.lang;
  plural = new Intl.PluralRules(language);
  lists = new Intl.ListFormat(language, { type: "unit", style: "short" });
  numbers = new Intl.NumberFormat(language, { numberingSystem: "latn", maximumFractionDigits: 1, useGrouping: "always" });
}

readWording();

// values: those that a message names; `n` chooses the form, by itself or by its plural category.
export function t(key, values = {}) {
  const message = messages[`script.${key}`];
  const text = typeof message === "string" ? message : message[`=${values.n}`] ?? message[plural.select(values.n)] ?? message.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? numbers.format(values[name]) : values[name]));
}

export function percent(share) {
  const rounded = Math.round(100 * share) / 100;
  const kept = share > 0 && rounded === 0 ? 0.01 : share < 1 && rounded === 1 ? 0.99 : rounded; // only certainty is 0 or 1
  return new Intl.NumberFormat(language, { numberingSystem: "latn", style: "percent" }).format(kept);
}

export function enumerate(items) {
  return lists.format(items);
}

export function day(milliseconds) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", numberingSystem: "latn" }).format(milliseconds);
}

export async function fetchPage(url, options = {}, controller = new AbortController(), patience = PATIENCE) {
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    const response = await fetch(url, { signal: controller.signal, ...options });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    $("complaint")?.remove();
    return { page, ok: response.ok, status: response.status };
  } finally {
    clearTimeout(timer);
  }
}

// Sends JSON, and gives the page that comes back.
export function postJson(url, body, controller, patience) {
  const headers = { Accept: "text/html", "Content-Type": "application/json" };
  return fetchPage(url, { method: "POST", body: JSON.stringify(body), headers }, controller, patience);
}

// Says in view that something failed, until it is closed or something succeeds. A dialog hides all that is outside of it.
export function complain(text = t("ask.no_answer")) {
  $("complaint")?.remove();
  const close = make("button", { type: "button", className: "quiet", textContent: t("panel.close"), onclick: () => $("complaint").remove() });
  const box = make("div", { id: "complaint" }, make("p", { textContent: text }), close);
  box.setAttribute("role", "alert");
  (document.querySelector("dialog[open]") ?? document.body).append(box);
}

// Tells a screen reader. While a dialog is open, all outside of it is silent.
export function say(text) {
  const status = document.querySelector("dialog[open] [role=status]") ?? $("status");
  status.textContent = text;
}

// Puts the reader back where the next question is typed; where that would open a keyboard on the screen, it is closed.
export function focusBox() {
  const box = $("question");
  if (matchMedia("(pointer: coarse)").matches && !box?.value) box?.blur();
  else box?.focus({ preventScroll: true });
}

// Opens a dialog. In a narrow window, where it takes the page's place, a step back closes it.
const narrow = matchMedia("(max-width: 51.99rem)");

export function openDialog(dialog) {
  dialog.showModal();
  if (!narrow.matches) return;
  history.pushState({ ...history.state, dialog: dialog.id }, "");
  dialog.addEventListener("close", () => history.state?.dialog === dialog.id && history.back(), { once: true });
}

// Closes it; done once the step back is, so that what follows may go on in the history.
export async function closeDialog(dialog) {
  const stacked = dialog.open && history.state?.dialog === dialog.id;
  const back = stacked && new Promise((done) => addEventListener("popstate", done, { once: true }));
  dialog.close();
  await back;
}

export function topDialog() {
  return [...document.querySelectorAll("dialog[open]")].at(-1);
}

export function make(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

// Makes a panel: a dialog beside the page that a click beside it closes.
export function makePanel(properties) {
  const close = make("button", { type: "button", className: "quiet", textContent: t("panel.close") });
  const said = make("p", { className: "unseen" });
  said.setAttribute("role", "status");
  const dialog = make("dialog", properties, make("div", { className: "bar" }, close), said);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

// Whether a click is one that a script may take over: not one that asks for a new tab.
export function isPlain(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // the reader's browser keeps nothing
  }
}

export function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // it holds until the page is left
  }
}
