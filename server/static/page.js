// What every part of the pages' scripts uses. Parts of pages are fetched as the server renders them.

const PATIENCE = 30_000; // milliseconds; an answer takes some

export const $ = (id) => document.getElementById(id);

export async function fetchPage(url, options = {}, controller = new AbortController()) {
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await fetch(url, { signal: controller.signal, ...options });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { page, ok: response.ok, status: response.status };
  } finally {
    clearTimeout(timer);
  }
}

// Tells a screen reader. While a dialog is open, all outside of it is silent.
export function say(text) {
  const status = document.querySelector("dialog[open] [role=status]") ?? $("status");
  status.textContent = text;
}

export function make(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

export function count(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
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
    localStorage.setItem(key, value);
  } catch {
    // it holds until the page is left
  }
}
