// Makes reading pages quicker: a button that copies, distances in time that go on. No task needs it.

const MINUTE = 60_000;

function addCopyButton(holder) {
  const field = holder.querySelector("textarea");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button plain";
  button.textContent = holder.dataset.copyLabel;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = holder.dataset.copiedLabel;
  });
  holder.append(button);
}

// The server said the distance in the reader's language; only its numbers are counted on, and only
// while it has the same shape (hours and minutes, both shown; not days and hours).
const minutesLeft = (part) =>
  Math.floor((new Date(part.closest("time").dateTime) - Date.now()) / MINUTE);

function tick(part) {
  const left = minutesLeft(part);
  const numbers = part.dataset.relative.match(/\d+/g) ?? [];
  if (left < 0 || numbers.length !== 2) return;
  const next = [Math.floor(left / 60), left % 60];
  part.textContent = part.dataset.relative.replace(/\d+/g, () => String(next.shift()));
}

// What an own phone kept (js/kept.js) goes when its owner leaves, also where the browser knows no
// better way; and when the server says that it arrived.
function forget(wanted = "") {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("drafting:") && name.endsWith(wanted)) localStorage.removeItem(name);
  }
}

function start() {
  if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(addCopyButton);
  if (document.querySelector("[data-left]")) forget();
  for (const { dataset } of document.querySelectorAll("[data-arrived]")) forget(`:${dataset.arrived}`);
  for (const part of document.querySelectorAll("[data-relative]")) {
    if (minutesLeft(part) < 48 * 60) part.dataset.relative = part.textContent;
  }
}

setInterval(() => document.querySelectorAll("[data-relative]:not([data-relative=''])").forEach(tick), MINUTE / 2);
document.addEventListener("drafting:page", start);
start();
