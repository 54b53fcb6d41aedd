// The keyboard. Single keys can be turned off, since some readers' own tools use them.

import { $, remember, remembered } from "./page.js";
import { closeSource, step } from "./source.js";

const SINGLE_KEYS = "quoth-single-keys";

const KEYS = {
  "?": () => $("keys").showModal(),
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

function showSourceOf(number) {
  $("latest")?.querySelector(`:scope .quotes > [value="${number}"] > .cite > a`)?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return closeSource();
  if (event.target.id === "question") {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    return;
  }
  if (event.target.closest("input, textarea, select") || !$("single-keys").checked) return;
  if (/^[0-9]$/.test(event.key)) showSourceOf(Number(event.key) || 10);
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
  else return;
  event.preventDefault();
});

$("single-keys").checked = remembered(SINGLE_KEYS) !== "off";
$("single-keys").addEventListener("change", (event) => remember(SINGLE_KEYS, event.target.checked ? "" : "off"));
