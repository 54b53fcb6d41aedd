// Makes the chat quicker and the keyboard useful. Every page works without it: it fetches the pages that a click would
// open, and puts parts of them into this one. Text is never cut here: the server counts characters otherwise.

import { dropGone, prepareChoice, show as showChoice } from "./choice.js";
import "./drop.js";
import { $, fetchPage, remember, remembered, say } from "./page.js";

const narrow = matchMedia("(max-width: 51.99rem)");
const SINGLE_KEYS = "quoth-single-keys";

let shownUrl = location.pathname + location.search;
let opener = null; // the citation whose source is open
let reading = null; // controls the source that is being fetched

// Asking

async function ask(form) {
  const button = form.querySelector("button");
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  showError("");
  say("Asking");
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetchPage(form.action, { method: "POST", body, headers: { Accept: "text/html" } }).catch(() => null);
  button.removeAttribute("aria-disabled");
  if (!answer) showError("The server did not answer. Check that it runs, and ask again.");
  else if (answer.page.getElementById("ask")) showAnswer(answer.page, body.getAll("documents"));
  else showError(answer.page.getElementById("detail")?.textContent ?? `The server failed with status ${answer.status}. Ask again.`);
}

// asked: the documents that were chosen when the question was sent
function showAnswer(page, asked) {
  const problem = page.getElementById("error").textContent;
  if (problem) {
    showError(problem);
    $("question").focus();
    return;
  }
  reading?.abort();
  reading = null;
  dropGone(asked, page.getElementById("ask"));
  const turn = page.getElementById("latest");
  const link = page.getElementById("link")?.getAttribute("href");
  document.title = page.title;
  if ($("turns")) {
    $("latest").querySelector(".keep")?.remove();
    $("latest").removeAttribute("id");
    $("turns").append(turn);
    $("ask").replaceWith(page.getElementById("ask"));
    replaceSource(page);
    showChoice();
  } else {
    replaceAll(page);
  }
  markOpened(turn.querySelector("a[aria-current]"));
  if (link && link !== shownUrl) {
    history.pushState(null, "", link);
    shownUrl = link;
  }
  turn.querySelector("h2").focus({ preventScroll: true });
  turn.scrollIntoView();
  const quote = turn.querySelector('.quotes > [value="1"] > blockquote')?.textContent.trim() ?? "";
  say(`${turn.querySelector(".verdict").textContent}. ${quote}`);
}

function replaceAll(page) {
  document.title = page.title;
  $("main").replaceWith(page.getElementById("main"));
  replaceSource(page);
  showChoice();
  prepareLibrary();
}

// What lists and adds documents is fetched where there is something for it to do.
function prepareLibrary() {
  if ($("library") || $("add")) import("./library.js");
}

function replaceSource(page) {
  $("source").replaceWith(page.getElementById("source"));
  prepareSource();
}

// Shows the conversation that the address names, after a step back or forward.
async function revisit() {
  const url = location.pathname + location.search;
  if (url === shownUrl) return;
  try {
    const { page } = await fetchPage(url);
    if (url !== location.pathname + location.search) return; // a further step was taken
    replaceAll(page);
    shownUrl = url;
    $("latest")?.scrollIntoView();
  } catch {
    location.reload(); // the browser says what is wrong
  }
}

function showError(text) {
  $("error").textContent = text;
  $("question").setAttribute("aria-invalid", String(Boolean(text)));
  if (text) say("");
}

// The source beside the answer

async function openSource(citation) {
  reading?.abort();
  const controller = new AbortController();
  reading = controller;
  const found = await fetchPage(citation.dataset.source, {}, controller).catch(() => null);
  if (reading !== controller) return; // another was asked for meanwhile
  const article = found?.ok && found.page.querySelector("article.source");
  if (!article) {
    location.assign(citation.href); // the page of the document says what is wrong
    return;
  }
  $("source").querySelector("article")?.remove();
  $("source").append(article);
  markOpened(citation);
  $("source").hidden = false;
  if (narrow.matches && !("open" in $("source").dataset)) {
    $("source").dataset.open = "";
    setBackground(true);
    history.pushState({ source: true }, "");
    $("source").focus({ preventScroll: true });
  }
  scrollToQuote();
  say(`Source: ${citation.textContent}`);
}

function markOpened(citation) {
  for (const other of document.querySelectorAll("#turns a[aria-current]")) other.removeAttribute("aria-current");
  citation?.setAttribute("aria-current", "true");
  opener = citation;
}

function closeSource() {
  const source = $("source");
  if (!source || source.hidden) return;
  if ("open" in source.dataset && history.state?.source) history.back(); // its popstate hides it
  else hideSource();
}

function hideSource() {
  const focused = $("source").contains(document.activeElement);
  $("source").hidden = true;
  leaveOverlay();
  opener?.removeAttribute("aria-current");
  if (focused) opener?.focus({ preventScroll: true });
}

function leaveOverlay() {
  delete $("source").dataset.open;
  setBackground(false);
}

function setBackground(inert) {
  for (const part of document.querySelectorAll("header.site, main, footer.site")) part.inert = inert;
}

function scrollToQuote() {
  const source = $("source");
  const quote = $("quote");
  if (!quote || source.hidden) return;
  const heading = source.querySelector("header");
  const header = getComputedStyle(heading).position === "sticky" ? heading.offsetHeight : 0; // it covers the text
  const room = source.clientHeight - header;
  const { top, height } = quote.getBoundingClientRect();
  source.scrollTop += top - source.getBoundingClientRect().top - header - Math.max(room / 8, (room - height) / 2);
}

function prepareSource() {
  if (!$("source")) return;
  $("close-source").hidden = false;
  scrollToQuote();
}

// Events

document.addEventListener("submit", (event) => {
  if (event.target.id !== "ask") return;
  event.preventDefault();
  ask(event.target);
});

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const citation = event.target.closest("a[data-source]");
  if (citation && plain) {
    event.preventDefault();
    openSource(citation);
  }
  const example = event.target.closest(".examples a");
  if (example && plain && $("ask").querySelector("[name=documents]")) {
    event.preventDefault(); // its address asks all documents
    $("question").value = example.textContent;
    $("ask").requestSubmit();
  }
  const list = event.target.closest("#open-library, .open-library");
  if (list && plain) {
    event.preventDefault();
    import("./library.js").then(({ openPanel }) => openPanel(), () => location.assign(list.href));
  }
  if (event.target.closest("#close-source")) closeSource();
  if (event.target.closest("#open-keys")) $("keys").showModal();
});

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
  if (event.key === "?") $("keys").showModal();
  else if (event.key === "/" && $("question")) $("question").focus();
  else if (/^[1-9]$/.test(event.key)) $("latest")?.querySelector(`:scope > .quotes > [value="${event.key}"] > .cite > a`)?.click();
  else return;
  event.preventDefault();
});

// Documents were added or removed; the first page tells of them. event.detail: what became of files, to be kept.
addEventListener("library", async (event) => {
  const found = await fetchPage(shownUrl).catch(() => null);
  if (!found?.ok || $("turns")) return;
  if (found.page.getElementById("add")) $("panel")?.remove(); // without documents the page itself has what is in it
  replaceAll(found.page);
  if (event.detail) $("ask").after(event.detail);
});

addEventListener("popstate", () => {
  if ($("source") && "open" in $("source").dataset) hideSource();
  else revisit();
});

narrow.addEventListener("change", () => {
  if ($("source") && "open" in $("source").dataset) leaveOverlay();
});

// At the start

document.documentElement.classList.add("scripted");
$("open-keys").hidden = false;
$("single-keys").checked = remembered(SINGLE_KEYS) !== "off";
$("single-keys").addEventListener("change", (event) => remember(SINGLE_KEYS, event.target.checked ? "on" : "off"));
prepareSource();
prepareChoice();
prepareLibrary();
