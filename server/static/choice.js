// Which documents are asked. The reader's browser remembers the choice; the server drops what is gone from it.
// An empty choice stands for all documents.

import { $, fetchPage, make, remember, remembered, t } from "./page.js";

const KEY = "quoth-documents";
export const MOST = 1000; // documents that can be chosen; the server takes no more

let chosen = new Set();

export async function prepareChoice() {
  const kept = read();
  chosen = new Set(kept ?? idsIn($("ask"))); // an address may name some, for who has chosen nothing yet
  show();
  if (!kept?.length) return;
  const body = new URLSearchParams(kept.map((id) => ["documents", id]));
  const found = await fetchPage("/choose", { method: "POST", body }).catch(() => null);
  const form = found?.ok && found.page.getElementById("ask");
  if (!form) return;
  dropGone(kept, form);
  setTotal(form.querySelector(".scope").dataset.total);
}

// Forgets those of the ids that the server left out of a form that it made.
export function dropGone(ids, form) {
  const there = idsIn(form);
  const gone = ids.filter((id) => !there.includes(id));
  if (gone.length) choose(gone, false);
}

export function isChosen(id) {
  return chosen.has(id);
}

// Chooses these or lets go of them. Returns whether there was room for all.
export function choose(ids, wanted) {
  for (const id of ids) {
    if (!wanted) chosen.delete(id);
    else if (chosen.size < MOST) chosen.add(id);
  }
  keep();
  return !wanted || ids.every((id) => chosen.has(id));
}

export function chooseAll() {
  chosen.clear();
  keep();
}

export function setTotal(total) {
  for (const scope of document.querySelectorAll(".scope")) scope.dataset.total = total;
  show();
}

function read() {
  try {
    const kept = JSON.parse(remembered(KEY));
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, MOST) : null;
  } catch {
    return null;
  }
}

function keep() {
  remember(KEY, JSON.stringify([...chosen]));
  show();
}

function idsIn(form) {
  return [...(form?.querySelectorAll("input[name=documents]") ?? [])].map((input) => input.value);
}

export function show() {
  for (const scope of document.querySelectorAll(".scope")) {
    const total = Number(scope.dataset.total);
    if (chosen.size) scope.textContent = t("scope.some", { n: total, chosen: chosen.size });
    else scope.textContent = total ? t("scope.all", { n: total }) : t("scope.none");
  }
  for (const box of document.querySelectorAll("#list input[name=documents]")) box.checked = chosen.has(box.value);
  const line = $("ask")?.querySelector(".choice");
  if (!line) return;
  for (const input of line.querySelectorAll("input")) input.remove();
  line.prepend(...[...chosen].map((value) => make("input", { type: "hidden", name: "documents", value })));
}
