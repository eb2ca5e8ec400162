// Makes writing quicker: a field that grows, and one line that names the change as it is typed. No
// task needs it.

const BLANKS = /(\s+)/u;

function grow(field) {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}

// What differs once equal words at both ends are set aside: enough for one line while typing; the
// server names the changes exactly.
function difference(before, after) {
  const old = before.trim().split(BLANKS);
  const now = after.trim().split(BLANKS);
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const middle = (words) => words.slice(start, words.length - end).join("").trim();
  return [middle(old), middle(now)];
}

function shorten(words) {
  return words.length > 60 ? `${words.slice(0, 28)} … ${words.slice(-28)}` : words;
}

function marked(kind, words) {
  const mark = document.createElement("bdi");
  mark.className = `${kind}-words`;
  mark.textContent = `“${shorten(words)}”`;
  return mark;
}

function nameChange(field, line) {
  const [removed, inserted] = difference(field.dataset.original, field.value);
  const parts = [removed && marked("del", removed), inserted && marked("ins", inserted)].filter(Boolean);
  line.replaceChildren(...(parts.length > 1 ? [parts[0], " → ", parts[1]] : parts));
  if (!parts.length) line.textContent = line.dataset.none ?? "";
}

function start() {
  for (const field of document.querySelectorAll("textarea")) {
    const line = document.querySelector(`[data-change-line="${field.id}"]`);
    if (line && field.dataset.original !== undefined) {
      field.addEventListener("input", () => nameChange(field, line));
      if (field.value !== field.dataset.original) nameChange(field, line);
    }
    if (field.dataset.grow !== undefined && !CSS.supports("field-sizing", "content")) {
      field.addEventListener("input", () => grow(field));
      grow(field);
    }
  }
}

document.addEventListener("drafting:page", start);
start();
