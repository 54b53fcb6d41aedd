// Which conversation the page shows, and going to another: by the list, by a new one, or a step back and forward. What
// is shown is the DOM; here is only where it is kept, how much of it, and under which address.

import { show as showChoice } from "./choice.js";
import * as conversations from "./conversations.js";
import { $, complain, fetchPage, focusBox, newId, postJson, remember, remembered } from "./page.js";
import { setShownConversation, shownConversation } from "./shown.js";
import { markOpened, prepareSource } from "./source.js";
import { isSame, recordOf, setRecord, shownRecords, turnNodes } from "./turns.js";

const MOST_SHOWN = 200; // turns of a long conversation; the server takes no more
const MOST_ASKED = 9; // questions in one address

let shownUrl = location.pathname + location.search;
let nKept = 0; // how many turns of it are kept, but for those that are too many to show

// Showing

export function replaceAll(page) {
  document.title = page.title;
  const typed = $("question")?.value ?? "";
  const caret = [$("question")?.selectionStart, $("question")?.selectionEnd];
  const typing = document.activeElement?.id === "question";
  $("main").replaceWith(page.getElementById("main"));
  replaceSource(page);
  showChoice();
  prepareLibrary();
  document.dispatchEvent(new Event("replaced"));
  const box = $("question");
  if (!box || box.value || !typed) return;
  box.value = typed;
  if (typing) box.focus({ preventScroll: true });
  box.setSelectionRange(...caret);
}

export function replaceSource(page) {
  $("source")?.remove();
  const source = page.getElementById("source");
  if (source) $("main").after(source);
  markOpened($("latest")?.querySelector("a[aria-current]") ?? null);
  prepareSource();
}

// What lists and adds documents is fetched where there is something for it to do.
export function prepareLibrary() {
  if ($("library") || $("add")) import("./library.js");
}

// Shows the turns that are kept of a conversation, up to the one with the id `last` where that is given; false when there
// are none.
export async function showKept(id, last) {
  const kept = await conversations.load(id).catch(() => null);
  const end = kept ? kept.turns.findIndex((turn) => turn.id === last) + 1 : 0;
  const before = kept?.turns.slice(0, end || undefined) ?? [];
  const turns = before.slice(-MOST_SHOWN);
  if (!turns.length) return false;
  const shown = shownRecords();
  if (shown.length !== turns.length || !shown.every((record, place) => isSame(record, turns[place]))) {
    const documents = $("ask") ? new FormData($("ask")).getAll("documents") : [];
    const found = await postJson("/conversation", { turns, documents }).catch(() => null);
    if (!found?.page.getElementById("turns")) return false;
    replaceAll(found.page);
  }
  for (const [place, node] of turnNodes().entries()) setRecord(node, turns[place]);
  setShownConversation(id);
  nKept = kept.turns.length - (before.length - turns.length);
  import("./feedback.js").then(({ showGiven }) => turnNodes().forEach(showGiven));
  return true;
}

// Keeping

// Keeps the latest answer, once it is shown, and makes its address the page's. nBefore: turns that were shown before it
// was asked. replaced: it stands in the place of the last of them.
export async function keepLatest(link, nBefore, replaced) {
  if (!shownConversation() || nKept !== nBefore) beginConversation();
  nKept = turnNodes().length;
  const shown = shownRecords();
  const conversation = shownConversation();
  const state = { conversation, last: shown.at(-1).id };
  const address = link ?? shownUrl;
  if (replaced || address === shownUrl) history.replaceState(state, "", address);
  else history.pushState(state, "", address);
  shownUrl = address;
  await conversations.keep(conversation, shown.at(-1), shown).catch(() => {}); // where nothing can be kept, the link still has the questions
}

// After a link or a step back, what is shown is a conversation of its own, so that nothing that is kept is lost.
function beginConversation() {
  if (shownConversation()) for (const node of turnNodes()) setRecord(node, { id: newId() });
  setShownConversation(newId());
}

// Drafts: what is typed and not asked yet outlives a reload, in each conversation on its own

const draft = () => `quoth-draft-${shownConversation() ?? "new"}`;

export function keepDraft() {
  if ($("question")) remember(draft(), $("question").value);
}

export function forgetDraft() {
  remember(draft(), "");
}

export function takeDraft() {
  const box = $("question");
  if (box && !box.value) box.value = remembered(draft()) ?? "";
}

function changeDraft() {
  $("question").value = "";
  takeDraft();
}

// Going elsewhere

// Shows the page again in another language, all else as it is: what is shown and open, and what is typed.
export async function showAgain() {
  const records = shownRecords();
  const shown = records.slice(-MOST_SHOWN);
  const documents = new FormData($("ask")).getAll("documents");
  const found = await (shown.length ? postJson("/conversation", { turns: shown, documents }) : fetchPage("/")).catch(() => null);
  if (!found?.page.getElementById("ask")) return false;
  if (shownRecords().length !== records.length) return showAgain(); // an answer came meanwhile
  const { before } = $("turns")?.dataset ?? {};
  const left = turnNodes().slice(0, -MOST_SHOWN); // more than the server takes
  const notes = [...document.querySelectorAll(".turn textarea")].map((box) => [box.value, box.closest("details").open]).slice(-MOST_SHOWN);
  replaceAll(found.page);
  for (const [place, node] of turnNodes().entries()) {
    setRecord(node, shown[place]);
    const box = node.querySelector("textarea");
    if (box && notes[place]) [box.value, box.closest("details").open] = notes[place];
  }
  $("turns")?.prepend(...left);
  if (before) $("turns").dataset.before = before;
  return true;
}

export async function openConversation(id) {
  keepDraft();
  if (!(await showKept(id))) return askAllAgain(id);
  const link = $("link")?.getAttribute("href") ?? "/";
  history.pushState({ conversation: shownConversation(), last: shownRecords().at(-1).id }, "", link);
  shownUrl = link;
  changeDraft();
  $("latest").scrollIntoView();
  focusBox();
}

// What cannot be shown as it was answered, as when it was kept by another version, is asked again.
async function askAllAgain(id) {
  const kept = await conversations.load(id).catch(() => null);
  const all = kept?.turns.map(({ question }) => question) ?? [];
  const questions = all.slice(-MOST_ASKED);
  if (!questions.length) return complain();
  const before = all.length - questions.length;
  const last = questions.pop();
  follow(`/?${new URLSearchParams([...questions.map((question) => ["earlier", question]), ["q", last], ...(before ? [["before", before]] : [])])}`);
}

// Shows a link's conversation as one of its own.
export async function follow(address) {
  const found = await fetchPage(address).catch(() => null);
  if (!found) return complain();
  if (!found.page.getElementById("ask")) return location.assign(address); // that page says what is wrong
  keepDraft();
  setShownConversation(null);
  replaceAll(found.page);
  history.pushState(null, "", address);
  shownUrl = location.pathname + location.search;
  changeDraft();
  focusBox();
  $("latest")?.scrollIntoView();
}

export async function newConversation() {
  const found = await fetchPage("/").catch(() => null);
  if (!found) return complain();
  if (!found.ok) return location.assign("/");
  keepDraft();
  setShownConversation(null);
  replaceAll(found.page);
  changeDraft();
  if (shownUrl !== "/" || history.state?.conversation) history.pushState(null, "", "/");
  shownUrl = "/";
  scrollTo(0, 0);
  focusBox();
}

// Shows what the address and the state name, after a step back or forward.
export async function revisit() {
  const url = location.pathname + location.search;
  const { state } = history;
  const same = url === shownUrl && (state?.conversation ?? null) === shownConversation();
  if (same && (!state?.last || state.last === shownRecords().at(-1)?.id)) return;
  keepDraft();
  if (!(state?.conversation && (await showKept(state.conversation, state.last)))) {
    const found = await fetchPage(url).catch(() => null);
    if (url !== location.pathname + location.search) return; // a further step was taken
    if (!found) return complain();
    setShownConversation(null);
    replaceAll(found.page);
  }
  shownUrl = url;
  changeDraft();
  $("latest")?.scrollIntoView();
}

// Shows the page's own address again, where that has no turns: documents were added or removed.
export async function refreshFront() {
  const found = await fetchPage(shownUrl).catch(() => null);
  if (!found?.ok || $("turns")) return;
  if (found.page.getElementById("add")) $("panel")?.remove(); // without documents the page itself has what is in it
  replaceAll(found.page);
}
