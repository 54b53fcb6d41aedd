// Files and folders that are dropped on a page that takes some.

import { $ } from "./page.js";

// Reads what is dropped: files that are named, and those in folders, hidden ones left out.
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const folders = entries.filter((entry) => entry.isDirectory);
  const names = new Set(folders.map((folder) => folder.name));
  const named = [...transfer.files].filter((file) => !names.has(file.name));
  const inside = []; // hidden files are left out without a word
  for (const folder of folders) await collect(folder, inside);
  return { named, inside: tellApart(inside, named) };
}

// Files of one name get the names of their folders as well: else the last one would replace the others.
function tellApart(inside, named) {
  const counts = new Map();
  for (const { name } of [...inside.map(({ file }) => file), ...named]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return inside.map(({ file, path }) => {
    if (counts.get(file.name) === 1) return file;
    const folders = path.split("/").slice(1, -1).join("-");
    const dot = file.name.lastIndexOf(".");
    return new File([file], `${file.name.slice(0, dot)} (${folders})${file.name.slice(dot)}`, { type: file.type });
  });
}

async function collect(entry, files) {
  if (entry.name.startsWith(".")) return;
  if (entry.isFile) {
    files.push({ file: await new Promise((done, failed) => entry.file(done, failed)), path: entry.fullPath });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)); // a hundred at a time
    if (!some.length) return;
    for (const each of some) await collect(each, files);
  }
}

const brings = (event) => event.dataTransfer?.types.includes("Files") && ($("add") || $("open-library")?.dataset.adds !== undefined);

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.documentElement.classList.add("dragging");
  });
}

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.documentElement.classList.remove("dragging");
});

document.addEventListener("drop", async (event) => {
  document.documentElement.classList.remove("dragging");
  if (!brings(event)) return;
  event.preventDefault();
  const [files, library] = await Promise.all([dropped(event.dataTransfer), import("./library.js")]);
  library.addDropped(files);
});
