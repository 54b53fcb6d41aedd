// The keyboard. What is typed anywhere goes into the question box. Single keys as commands are off until a reader turns
// them on: who types "why not?" asks, and must not begin a new conversation with the "n" of it.

import { $, openDialog, remember, remembered } from "./page.js";
import { closeSource, step } from "./source.js";

const SINGLE_KEYS = "quoth-single-keys";

const KEYS = {
  "?": () => openDialog($("keys")),
  "/": () => $("question")?.focus(),
  j: () => step(1),
  k: () => step(-1),
  f: () => document.querySelector("form.find input[type=search]")?.focus(),
  y: () => document.dispatchEvent(new CustomEvent("copy-quote")),
  l: () => $("latest")?.querySelector("a[data-again=literal]")?.click(),
  n: () => $("new").click(),
  c: () => $("open-conversations")?.click(),
  d: () => document.querySelector(".open-library")?.click(),
};

let on = remembered(SINGLE_KEYS) === "on";

function showSourceOf(number) {
  $("latest")?.querySelector(`:scope .quotes > [value="${number}"] > .cite > a`)?.click();
}

function command(key) {
  if (/^[0-9]$/.test(key)) showSourceOf(Number(key) || 10);
  else if (Object.hasOwn(KEYS, key)) KEYS[key]();
  else return false;
  return true;
}

// Puts the caret behind what is in the box; the browser then writes there what is typed or pasted.
function turnToBox() {
  const box = $("question");
  if (!box || box.closest("[inert]")) return;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

function isWritten(event) {
  return event.key === "Process" || event.key === "Dead" || ([...event.key].length === 1 && event.key !== " ");
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || document.querySelector("dialog[open]")) return;
  const graph = event.getModifierState("AltGraph"); // which some systems give as Control and Alt together
  if (!graph && (event.ctrlKey || event.metaKey || event.altKey)) return;
  const inBox = event.target.id === "question";
  if (event.key === "Escape") return on && inBox ? event.target.blur() : closeSource();
  if (inBox) {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    return;
  }
  if (event.target.closest("input, textarea, select")) return;
  if (!on && isWritten(event)) turnToBox();
  else if (on && command(event.key)) event.preventDefault();
});

document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain");
  if (!text || event.target.closest?.("input, textarea, select") || document.querySelector("dialog[open]")) return;
  turnToBox();
  if (document.activeElement?.id !== "question") return;
  event.preventDefault();
  document.execCommand("insertText", false, text); // which can be undone, and is told as input
});

// Buttons say their key only while it is one.
function nameKeys() {
  for (const node of document.querySelectorAll("[data-key]")) {
    if (on) node.setAttribute("aria-keyshortcuts", node.dataset.key);
    else node.removeAttribute("aria-keyshortcuts");
  }
  $("single-keys").checked = on;
}

document.addEventListener("change", (event) => {
  if (event.target.id !== "single-keys") return;
  on = event.target.checked;
  remember(SINGLE_KEYS, on ? "on" : "");
  nameKeys();
});

nameKeys();
new MutationObserver(() => on && nameKeys()).observe(document.body, { childList: true, subtree: true }); // parts of pages come later
document.addEventListener("worded", nameKeys);
