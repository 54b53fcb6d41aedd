// Sends files, tells how far they are, and what became of each. The server adds large uploads as jobs.

import { enumerate, make, say, t } from "./page.js";

const SOONEST = 400; // milliseconds between two looks at a job
const SELDOM = 2_000;
const SPOKEN_EVERY = 5_000; // milliseconds between two things said to a screen reader
const FEW = 3; // files of which it is told at once what was not read
const MOST_KINDS = 8; // of skipped files that are told apart
const PATIENT = 60_000; // milliseconds that a server may be silent

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Adds the files, a request at a time, and shows it in `place`. limits: { bytes, files } of one request.
// skipped: the names of those that are not sent, as nothing here reads them.
export async function upload(files, limits, place, skipped = []) {
  const view = new View(place);
  const outcomes = [];
  const good = [];
  for (const file of files) {
    if (file.size > limits.bytes) outcomes.push(failure(file, t("upload.too_large", { size: file.size / 1e6, most: limits.bytes / 1e6 })));
    else good.push(file);
  }
  let sent = 0;
  for (const batch of batches(good, limits)) {
    outcomes.push(...(await add(batch, view, good.length > batch.length ? t("upload.sending_from", { n: good.length, first: sent + 1 }) : t("upload.sending", { n: batch.length }))));
    sent += batch.length;
  }
  view.finish(outcomes, skipped);
  return outcomes;
}

// Shows a job that was there before the page was.
export async function follow(url, place) {
  const view = new View(place);
  const outcomes = await finished(url, view);
  view.finish(outcomes ?? []);
}

function* batches(files, limits) {
  let batch = [];
  let bytes = 0;
  for (const file of files) {
    const size = file.size + 1_000; // with what stands around it in the request
    if (batch.length && (batch.length === limits.files || bytes + size > limits.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += size;
  }
  if (batch.length) yield batch;
}

async function add(files, view, what) {
  for (;;) {
    const answer = await send(files, (part) => view.show(what, part));
    if (answer.status === 202) {
      const outcomes = await finished(answer.location, view);
      return outcomes ?? files.map((file) => failure(file, t("upload.lost")));
    }
    if (answer.body?.files) return answer.body.files;
    if (answer.status === 503 && answer.body?.type?.endsWith("/too-many-jobs")) {
      view.show(t("upload.waiting"));
      await pause(answer.retryAfter * 1_000);
      continue;
    }
    const errors = answer.body?.errors ?? [];
    if (errors.length === files.length) return errors.map((error) => ({ name: error.field, error: error.detail }));
    const why = answer.body?.detail ?? (answer.status ? t("upload.failed_with", { status: answer.status }) : t("upload.no_answer"));
    return files.map((file) => failure(file, why));
  }
}

// `fetch` cannot tell how much was sent.
function send(files, progress) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    for (const file of files) body.append("files", file);
    addEventListener("beforeunload", ask);
    request.upload.addEventListener("progress", (event) => progress(event.lengthComputable ? event.loaded / event.total : null));
    request.upload.addEventListener("load", () => progress(null));
    request.addEventListener("loadend", () => {
      removeEventListener("beforeunload", ask);
      done({
        status: request.status,
        body: json(request.responseText),
        location: request.getResponseHeader("Location"),
        retryAfter: Number(request.getResponseHeader("Retry-After")) || 5,
      });
    });
    request.open("POST", "/api/documents");
    request.send(body);
  });
}

// The browser asks whether to leave a page that still sends.
function ask(event) {
  event.preventDefault();
}

// Looks at a job until it is done. Returns what became of each file, or null when the server is lost.
async function finished(url, view) {
  let wait = SOONEST;
  let heard = Date.now();
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.status === 404) return null;
    if (response?.ok) {
      const job = await response.json();
      if (job.state === "done") return job.files;
      heard = Date.now();
      const left = job.seconds_left === null ? "" : t("upload.left", { n: Math.max(1, Math.ceil(job.seconds_left)) });
      if (job.held_up) view.show(t("upload.held_up"), job.done / job.total);
      else if (job.state === "waiting") view.show(t("upload.waiting"));
      else view.show(`${t("upload.adding", { n: job.total, done: job.done })}${left}`, job.done / job.total);
    } else if (Date.now() - heard > PATIENT) {
      return null;
    } else {
      view.show(t("upload.trying"));
    }
    await pause(wait);
    wait = Math.min(SELDOM, wait * 1.2);
  }
}

class View {
  constructor(place) {
    this.line = make("p", { className: "outcome" });
    this.bar = make("progress", { max: 1 });
    this.bar.setAttribute("aria-label", t("upload.progress"));
    this.place = place;
    this.spoken = 0;
    place.replaceChildren(this.line, this.bar);
    this.show(t("upload.begins"));
  }

  // part: from 0 to 1; null where it is not known
  show(text, part = null) {
    this.line.textContent = `${text} …`;
    if (part === null) this.bar.removeAttribute("value");
    else this.bar.value = part;
    if (Date.now() - this.spoken < SPOKEN_EVERY) return;
    this.spoken = Date.now();
    say(text);
  }

  finish(files, skipped = []) {
    const failed = files.filter((file) => file.error);
    const added = files.filter((file) => !file.error);
    const text = t("upload.done", { n: added.length });
    const bad = failed.length ? t("upload.failed", { n: failed.length }) : "";
    this.line.replaceChildren(text, ...(bad ? [" ", make("b", {}, bad)] : []));
    this.bar.remove();
    if (failed.length) this.place.append(list("outcomes failed", failed));
    const replaced = files.filter((file) => file.replaced);
    const instead = replaced.length ? t("upload.replaced", { n: replaced.length }) : "";
    if (instead) this.place.append(make("details", { open: replaced.length <= FEW }, make("summary", {}, instead), list("outcomes", replaced.map(({ name }) => ({ name })))));
    const partly = files.filter((file) => file.notices?.length);
    const part = partly.length ? t("upload.partly", { n: partly.length }) : "";
    if (part) this.place.append(make("details", { className: "notices", open: partly.length <= FEW }, make("summary", {}, part), list("outcomes", partly)));
    const passed = skipped.length ? t("upload.skipped", { n: skipped.length, kinds: kinds(skipped) }) : "";
    if (passed) this.place.append(make("details", { className: "notices" }, make("summary", {}, passed), list("outcomes", skipped.map((name) => ({ name })))));
    if (added.length) this.place.append(make("details", {}, make("summary", {}, t("upload.what")), list("outcomes", added)));
    say([text, bad, instead, part, passed].filter(Boolean).join(" "));
  }
}

function list(className, files) {
  return make("ul", { className, tabIndex: 0 }, ...files.map(item)); // a long one is scrolled, by the keyboard too
}

// An error mostly names its file. Errors and notices are English.
function item(file) {
  const named = file.error?.includes(file.name) ? [] : [make("bdi", {}, file.name)];
  const notices = file.notices?.length ? [make("ul", { lang: "en" }, ...file.notices.map((notice) => make("li", { dir: "auto" }, notice)))] : [];
  return make("li", {}, ...named, ...(file.error ? [" ", make("span", { dir: "auto", lang: "en" }, file.error)] : []), ...notices);
}

// How many files there are of each kind, the most frequent first, and in one number those of rare kinds.
function kinds(names) {
  const counts = new Map();
  for (const name of names) {
    const ending = /\.[^.\s]{1,11}$/.exec(name)?.[0].toLowerCase() ?? t("upload.no_ending");
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rare = sorted.slice(MOST_KINDS).reduce((sum, [, n]) => sum + n, 0);
  const told = [...sorted.slice(0, MOST_KINDS), ...(rare ? [[t("upload.other_kinds"), rare]] : [])];
  return enumerate(told.map(([kind, n]) => `${n} ${kind}`));
}

function failure(file, error) {
  return { name: file.name, error };
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
