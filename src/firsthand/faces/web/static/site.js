// What pages do more where scripts run. Without it every page can be read, and every form sent.
"use strict";

// Pointing at an arrow shows the two texts side by side; choosing it leads to the page of the link.
const peek = document.getElementById("peek");
const pages = new Map();
let wanted = null;
let leaving = 0;

async function pair(address) {
  if (!pages.has(address)) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    pages.set(address, page.getElementById("pair"));
  }
  return pages.get(address);
}

// `link`: what is pointed at, which must not be covered.
async function show(address, link) {
  clearTimeout(leaving);
  wanted = address;
  const found = await pair(address);
  if (wanted !== address || !found) return;
  const end = document.createElement("span");
  end.className = "peek-end";
  const whole = document.createElement("a");
  whole.href = address;
  whole.textContent = "Open or judge this link";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "plain";
  close.textContent = "Close";
  close.addEventListener("click", hide);
  end.append(whole, close);
  const shown = document.importNode(found, true);
  shown.removeAttribute("id");
  const at = link?.querySelector(".tip")?.getBoundingClientRect() ?? link?.getBoundingClientRect();
  peek.classList.toggle("above", Boolean(at) && at.top > innerHeight / 2);
  peek.replaceChildren(end, shown);
  peek.hidden = false;
}

function hide() {
  clearTimeout(leaving);
  wanted = null;
  if (peek) peek.hidden = true;
}

function soon() {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 500);
}

if (peek) {
  for (const link of document.querySelectorAll("[data-link]")) {
    const address = link.getAttribute("href");
    if (!address) continue;
    link.addEventListener("mouseenter", () => show(address, link));
    link.addEventListener("focus", () => show(address, link));
    link.addEventListener("mouseleave", soon);
    link.addEventListener("blur", soon);
  }
  peek.addEventListener("mouseenter", () => clearTimeout(leaving));
  peek.addEventListener("focusin", () => clearTimeout(leaving));
  peek.addEventListener("mouseleave", soon);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

// Claims that are being counted: look again until they are there.
async function again() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.getElementById("main");
  if (main.querySelector("[data-pending]")) {
    setTimeout(again, 2000);
  } else if (!document.querySelector("main :focus") && !document.querySelector("main textarea:not(:placeholder-shown):valid")) {
    document.getElementById("main").replaceChildren(...main.childNodes);
  }
}
if (document.querySelector("[data-pending]")) setTimeout(again, 1200);

// A file that is dropped on its form is sent.
for (const form of document.querySelectorAll("form.drop")) {
  const field = form.querySelector("input[type=file]");
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over-it");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over-it"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over-it");
    if (event.dataTransfer.files.length !== 1) return;
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

// Reading a text takes a moment: it is said, and nothing is sent twice.
for (const form of document.querySelectorAll("form.way")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = "Reading …";
    setTimeout(() => { button.disabled = true; }, 0);
  });
}
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
