// The turns that the page shows, which are the conversation: each holds what the server wrote of it, as JSON.

import { $, newId } from "./page.js";

const REFERRED = 8; // earlier turns that a question may refer to
const records = new WeakMap();

export function turnNodes() {
  return [...($("turns")?.children ?? [])];
}

// What is kept of a turn: the server's record, and the id that it has here.
export function recordOf(node) {
  if (!records.has(node)) {
    records.set(node, { id: newId(), ...JSON.parse(node.querySelector("script.record").textContent) });
  }
  return records.get(node);
}

export function setRecord(node, values) {
  records.set(node, { ...recordOf(node), ...values });
}

export function shownRecords() {
  return turnNodes().map(recordOf);
}

// The conversation before a question, as far as the server may need it to understand one.
export function historyOf(turns) {
  return turns.slice(-REFERRED).map(({ question, literal, more, answer }) => ({
    question,
    literal,
    more,
    answer: { quotes: answer.quotes.slice(0, 1).map(({ text, focus }) => ({ text, focus })) },
  }));
}

// Whether two records say the same: then there is no need to show the one that was kept.
export function isSame(a, b) {
  const said = ({ question, literal, more, answer }) =>
    JSON.stringify([question, literal, more, answer.reason, answer.quotes.map((quote) => [quote.document_id, quote.start, quote.end, quote.citation.sha256])]);
  return said(a) === said(b);
}
