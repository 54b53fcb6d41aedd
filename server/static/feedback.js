// What a reader says of an answer: right, wrong, or not answered here, with a note and the right passage. The library
// keeps it; the conversation here remembers what was said.

import { keep } from "./conversations.js";
import { $, say, t } from "./page.js";
import { shownConversation } from "./shown.js";
import { recordOf, setRecord, shownRecords } from "./turns.js";

const picked = new WeakMap(); // the passage chosen in each form

// verdict: of the button; without one, as when a note is kept, the last given.
export async function give(form, verdict) {
  const node = form.closest(".turn");
  const record = recordOf(node);
  const given = record.feedback ?? {};
  const said = { verdict: verdict || given.verdict || "wrong", note: form.elements.note.value.trim(), passage: picked.get(form) ?? given.passage ?? null };
  if (said.verdict === "not_here") said.passage = null; // no passage answers what the documents do not
  const turns = shownRecords();
  const before = turns.slice(0, turns.findIndex((turn) => turn.id === record.id));
  const best = record.answer.quotes.find((quote) => quote.best);
  const body = {
    id: record.id,
    question: record.question,
    history: record.literal ? [] : before.slice(-8).map((turn) => turn.question),
    verdict: said.verdict,
    note: said.note,
    ...(best && { quote: placed(best, best.citation.sha256) }),
    ...(said.passage && { passage: said.passage }),
  };
  const response = await fetch("/api/feedback", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }).catch(() => null);
  if (!response?.ok) {
    const problem = await response?.json().catch(() => null);
    return tell(form, problem?.detail ?? t("ask.no_answer"));
  }
  if (!said.passage) picked.delete(form);
  setRecord(node, { feedback: said });
  if (shownConversation()) await keep(shownConversation(), recordOf(node), shownRecords()).catch(() => {});
  showGiven(node);
  form.querySelector("details").open ||= said.verdict === "wrong" && !said.passage;
  tell(form, form.querySelector(".said").dataset.kept);
}

function placed({ document_id, start, end, text }, sha256) {
  return { document_id, start, end, text, sha256 };
}

function tell(form, text) {
  form.querySelector(".said").textContent = text;
}

// Shows in a turn what was said of it before.
export function showGiven(node) {
  const form = node.querySelector("form.feedback");
  const given = recordOf(node).feedback;
  if (!form || !given) return;
  for (const button of form.querySelectorAll("button[name=verdict]")) button.setAttribute("aria-pressed", String(button.value === given.verdict));
  form.elements.note.value = given.note;
  for (const button of node.querySelectorAll("[data-take]")) {
    const { start, end } = button.closest("li").dataset;
    button.setAttribute("aria-pressed", String(given.passage?.start === Number(start) && given.passage?.end === Number(end)));
  }
  showPicked(form, given.passage);
}

// Takes a passage near the question for the one that answers it.
export function take(button) {
  const item = button.closest("li");
  const node = item.closest(".turn");
  const form = node.querySelector("form.feedback");
  const { document_id } = recordOf(node).answer.nearest[item.value - 1];
  const text = item.querySelector(".passage > span").textContent;
  picked.set(form, { document_id, start: Number(item.dataset.start), end: Number(item.dataset.end), text });
  return give(form, "wrong");
}

// Takes the words selected in the source, or those marked there, for the passage that answers.
export function pick(form) {
  const place = selectedPlace() ?? markedPlace();
  if (!place) return tell(form, t("feedback.select"));
  picked.set(form, place);
  showPicked(form, place);
  say(t("feedback.picked", { text: place.text }));
}

function showPicked(form, place) {
  const shown = form.querySelector(".picked");
  shown.hidden = !place;
  shown.firstElementChild.textContent = place?.text ?? "";
}

function selectedPlace() {
  const selection = getSelection();
  const text = $("source")?.querySelector(".text");
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return text.contains(range.startContainer) && text.contains(range.endContainer) ? placeOf(range) : null;
}

function markedPlace() {
  const mark = $("source")?.querySelector("mark");
  if (!mark || $("source").hidden) return null;
  const range = document.createRange();
  range.selectNodeContents(mark);
  return placeOf(range);
}

// The place of a range in the document: the offset of its block, and the characters before it there. Offsets count code
// points. The server checks that its text is what stands there.
function placeOf(range) {
  const block = [...$("source").querySelectorAll("[data-start]")].findLast((each) => range.comparePoint(each, 0) < 0 || each.contains(range.startContainer));
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.cloneContents().textContent;
  const trimmed = text.trim();
  if (!trimmed) return null;
  const skipped = text.indexOf(trimmed);
  const start = Number(block.dataset.start) + length(before.cloneContents().textContent) + length(text.slice(0, skipped));
  return { document_id: $("source").querySelector("article").dataset.document, start, end: start + length(trimmed), text: trimmed };
}

function length(text) {
  return [...text].length;
}
