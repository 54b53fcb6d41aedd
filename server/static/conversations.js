// The conversations that this browser keeps, in IndexedDB: a head of each for the list, and its turns. The server keeps
// none. A change is one transaction, so two windows never lose each other's turns.
//
// head: { id, name, created, changed, n, text }; text: what the list is searched for. turn: what the server wrote into
// it (question, literal, more, documents, total, answer), with an id and what the reader said of it (feedback).

const NAME_LENGTH = 80;
const SEARCHED = 20_000; // characters of a conversation that the list is searched for

let opening = null;

function database() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open("quoth", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("heads", { keyPath: "id" });
      request.result.createObjectStore("turns", { keyPath: "id" });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
}

// Runs `work` on both stores in one transaction; it is given a function that awaits a request.
async function transact(mode, work) {
  const transaction = (await database()).transaction(["heads", "turns"], mode);
  const finished = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const result = await work(transaction.objectStore("heads"), transaction.objectStore("turns"), asked);
  await finished;
  return result;
}

// The heads, the last one used first.
export async function list() {
  const heads = await transact("readonly", (heads, _, asked) => asked(heads.getAll()));
  return heads.sort((a, b) => b.changed - a.changed);
}

// A conversation's { name, turns }, or null.
export function load(id) {
  return transact("readonly", async (heads, turns, asked) => {
    const [head, kept] = [await asked(heads.get(id)), await asked(turns.get(id))];
    return head && kept ? { name: head.name, turns: kept.turns } : null;
  });
}

// Puts a turn into a conversation: one with a known id in its place, any other at the end. shown: all turns up to it, with
// which the conversation begins where it is new, or was taken away meanwhile.
export function keep(id, given, shown, now = Date.now()) {
  return transact("readwrite", async (heads, turns, asked) => {
    const known = await asked(heads.get(id));
    const head = known ?? { id, name: named(shown[0].question), created: now };
    const kept = (await asked(turns.get(id)))?.turns ?? [];
    for (const turn of known ? [given] : shown) {
      const place = kept.findIndex((other) => other.id === turn.id);
      if (place < 0) kept.push(turn);
      else kept[place] = turn;
    }
    turns.put({ id, turns: kept });
    heads.put({ ...head, changed: now, n: kept.length, text: searched(kept) });
  });
}

export function rename(id, name) {
  return transact("readwrite", async (heads, _, asked) => {
    const head = await asked(heads.get(id));
    if (head && name.trim()) heads.put({ ...head, name: named(name) });
  });
}

// Takes a conversation away, and gives what puts it back.
export function forget(id) {
  return transact("readwrite", async (heads, turns, asked) => {
    const [head, kept] = [await asked(heads.get(id)), await asked(turns.get(id))];
    heads.delete(id);
    turns.delete(id);
    return () => transact("readwrite", async (heads, turns) => {
      heads.put(head);
      turns.put(kept);
    });
  });
}

function named(text) {
  const line = text.trim().replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length > NAME_LENGTH ? `${characters.slice(0, NAME_LENGTH - 1).join("")}…` : line;
}

function searched(turns) {
  const texts = turns.flatMap(({ question, answer }) => [question, ...answer.quotes.map((quote) => quote.text)]);
  return texts.join("\n").slice(0, SEARCHED).toLowerCase();
}
