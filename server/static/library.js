// The documents: beside the chat in a panel, which is the page of documents, and on that page. Adding, filtering,
// listing more, choosing what is asked, and removing. It is fetched when it is needed.

import { choose, chooseAll, isChosen, MOST, setTotal, show } from "./choice.js";
import { $, complain, fetchPage, isPlain, make, makePanel, openDialog, say, t } from "./page.js";
import { follow, upload } from "./upload.js";

const TYPED = 200; // milliseconds without a key before the list is filtered

let changed = false; // documents were added or removed since the panel was opened
let filtering = 0;
let listing = null; // controls the list that is being fetched

function prepareSection() {
  for (const part of $("library").querySelectorAll(".choice")) part.hidden = false;
  for (const job of $("library").querySelectorAll("[data-job]")) {
    if (job.querySelector("progress")) follow(job.dataset.job, job).then(reload);
  }
  show();
}

// The panel

export async function openPanel() {
  const dialog = $("panel") ?? makeLibraryPanel();
  if (dialog.open) return true;
  if (!$("library")) {
    const found = await fetchPage("/documents").catch(() => null);
    if (!found) return complain();
    const section = found.ok && found.page.getElementById("library");
    if (!section) return location.assign("/documents"); // that page says what is wrong
    dialog.append(section);
    prepareSection();
  } else {
    reload();
  }
  openDialog(dialog);
  $("count").focus({ preventScroll: true });
  dialog.scrollTop = 0;
  return true;
}

function makeLibraryPanel() {
  const dialog = makePanel({ id: "panel", className: "panel" });
  dialog.setAttribute("aria-labelledby", "count");
  dialog.addEventListener("close", () => {
    if (changed && !$("turns")) dispatchEvent(new CustomEvent("library"));
    changed = false;
  });
  return dialog;
}

// The list

async function fetchList(address) {
  listing?.abort();
  const controller = new AbortController();
  listing = controller;
  const found = await fetchPage(address, {}, controller).catch(() => null);
  return listing === controller && found?.ok ? found.page : null;
}

function address(skip = 0) {
  const text = $("filter-text")?.value.trim() ?? "";
  return `/documents?${new URLSearchParams({ ...(text && { filter: text }), ...(skip && { skip }) })}`;
}

// Shows the list again, from its beginning. All that is not the list stays: what is typed, and what became of files.
async function reload() {
  const page = await fetchList(address());
  if (page) showList(page);
}

function showList(page) {
  const section = $("library");
  showCount(page);
  for (const selector of ["#choose, p#list", "nav.pages", "#filter"]) {
    const [old, now] = [section.querySelector(selector), page.querySelector(`#library ${selector.replace(",", ", #library")}`)];
    if (selector === "#filter" && old) continue; // somebody may be typing
    if (old && now) old.replaceWith(now);
    else if (old) old.remove();
    else if (now && selector === "#filter") section.querySelector("#choose, p#list").before(now);
    else if (now) section.append(now);
  }
  for (const part of section.querySelectorAll(".choice")) part.hidden = false;
  setTotal(total(page));
}

function showCount(page) {
  const now = page.getElementById("count");
  $("count").textContent = now.textContent;
  $("count").dataset.total = now.dataset.total;
}

function total(page) {
  return Number(page.getElementById("count").dataset.total);
}

async function listMore(link) {
  const rows = $("list").children;
  const [before, first] = [Number($("list").dataset.first), rows.length];
  const page = await fetchList(address(before + first));
  if (!page) return complain();
  const more = page.getElementById("list");
  if (!more) return location.assign(link.href);
  const known = new Set([...$("list").querySelectorAll("input")].map((box) => box.value));
  $("list").append(...[...more.children].filter((row) => !known.has(row.querySelector("input")?.value)));
  const pages = page.querySelector("#library nav.pages");
  const next = pages?.querySelector("[rel=next]");
  if (next) $("library").querySelector("nav.pages").replaceWith(pages);
  else $("library").querySelector("nav.pages").remove();
  if (!before) pages.querySelector("[rel=prev]").remove();
  pages.querySelector("span").textContent = t("documents.range", { first: before + 1, last: before + rows.length, n: Number(pages.dataset.found) });
  show();
  rows[first]?.querySelector("input").focus();
  say(t("documents.listed", { n: rows.length }));
}

function choosable(ids, wanted) {
  if (!choose(ids, wanted)) say(t("documents.most", { n: MOST }));
}

// Adding

// named: files that are sent whatever their kind. inside: those found in folders, where what cannot be read is skipped.
export async function addDropped({ named, inside }) {
  if ((!$("add") || $("add").closest("dialog:not([open])")) && !(await openPanel())) return;
  const kinds = $("files").accept.split(",");
  const isRead = (file) => kinds.some((kind) => file.name.toLowerCase().replace(/\.gz$/, "").endsWith(kind));
  const skipped = inside.filter((file) => !isRead(file)).map((file) => file.name);
  await addFiles([...named, ...inside.filter(isRead)], skipped);
}

function addChosen() {
  addFiles([...$("files").files]);
  $("add").reset();
}

async function addFiles(files, skipped = []) {
  if (!files.length && !skipped.length) return;
  const form = $("add");
  const place = make("section", { className: "upload" });
  $("uploads").prepend(place);
  place.scrollIntoView({ block: "nearest" });
  const outcomes = await upload(files, { bytes: Number(form.dataset.bytes), files: Number(form.dataset.files) }, place, skipped);
  if (!outcomes.some((file) => !file.error)) return;
  changed = true;
  if ($("library")) await reload();
  else dispatchEvent(new CustomEvent("library", { detail: place })); // the first page had nothing to ask
}

// Removing

async function askToRemove(link) {
  const found = await fetchPage(link.href).catch(() => null);
  if (!found) return complain();
  const form = found.ok && found.page.getElementById("remove");
  if (!form) return location.assign(link.href);
  const dialog = make("dialog", { id: "removing", className: "confirm" }, form);
  dialog.setAttribute("aria-labelledby", "remove-title");
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (link.isConnected) link.focus();
  });
  form.querySelector(".keep-it").replaceWith(make("button", { type: "button", className: "quiet", textContent: t("documents.keep"), onclick: () => dialog.close() }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remove(form, link, dialog);
  });
  document.body.append(dialog);
  openDialog(dialog);
  form.querySelector("button.quiet").focus();
}

async function remove(form, link, dialog) {
  const row = link.closest("li");
  const id = row.querySelector("input").value;
  const title = row.querySelector("bdi").textContent;
  const found = await fetchPage("/remove", { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  if (!found?.ok && found?.status !== 404) {
    dialog.close();
    const why = found?.page.getElementById("detail")?.textContent ?? t("ask.no_answer");
    $("uploads").prepend(make("section", { className: "upload" }, make("p", { className: "outcome" }, make("b", {}, why))));
    say(why);
    return;
  }
  changed = true;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  dialog.close();
  choose([id], false);
  if (next && found.ok) {
    next.querySelector(".remove").focus();
    showCount(found.page);
    setTotal(total(found.page));
  } else {
    $("count").focus(); // the last one, or somebody else was faster
    await reload();
  }
  say(t("documents.removed", { title, n: Number($("count").dataset.total) }));
}

// Events

document.addEventListener("click", (event) => {
  if (!isPlain(event)) return;
  const link = event.target.closest("a, button");
  const inside = link?.closest("#library");
  if (inside && link.matches(".remove")) askToRemove(link);
  else if (inside && link.matches("[rel=next]")) listMore(link);
  else if (inside && link.matches("p#list a")) {
    $("filter-text").value = "";
    reload();
  } else if (link?.id === "choose-none") chooseAll();
  else if (link?.id === "choose-all") choosable([...$("list").querySelectorAll("input")].map((box) => box.value), true);
  else return;
  event.preventDefault();
});

document.addEventListener("change", (event) => {
  if (event.target.matches("#list input")) {
    choosable([event.target.value], event.target.checked);
    event.target.checked = isChosen(event.target.value);
  }
  if (event.target.id === "files") addChosen();
});

document.addEventListener("input", (event) => {
  if (event.target.id !== "filter-text") return;
  clearTimeout(filtering);
  filtering = setTimeout(filter, TYPED);
});

document.addEventListener("submit", (event) => {
  if (event.target.id === "filter") {
    event.preventDefault();
    clearTimeout(filtering);
    filter();
  }
});

async function filter() {
  await reload();
  say(t("documents.listed", { n: $("list").querySelectorAll("input").length }));
}

if ($("library")) prepareSection();
if ($("add")) addChosen(); // somebody was faster than this script
