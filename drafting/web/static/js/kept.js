// Keeps words that were typed and not sent in this browser: only where its owner said that it is
// theirs (data-keeper on the form, a name for one person), and never more than 30 days. Coming back,
// they are offered; put back, the server carries them onto the present text. No task needs it.

const PREFIX = "drafting:";
const LONGEST = 30 * 24 * 60 * 60 * 1000;

const nameOf = (keeper, key) => `${PREFIX}${keeper}:${key}`;

function read(name) {
  try {
    return { name, ...JSON.parse(localStorage.getItem(name)) };
  } catch {
    return { name };
  }
}

// All that this person left here, newest first; what is too old goes.
function entriesOf(keeper) {
  const entries = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(keeper, ""))).map(read);
  for (const { name, at } of entries) if (!(Date.now() - at < LONGEST)) localStorage.removeItem(name);
  return entries.filter(({ at }) => Date.now() - at < LONGEST).sort((one, other) => other.at - one.at);
}

// Whether nothing was typed: the words are those of the text, and no reason is given.
function isUntouched(form) {
  const asked = form.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio])");
  return [...asked].every((field) => field.value === (field.dataset.original ?? field.defaultValue));
}

// Whether other words than those kept stand in the form: it was opened with older ones.
function differs(form, entry) {
  const now = new Map(new FormData(form));
  return entry.fields.some(([name, value]) => /^(words|markdown|title|reason)/.test(name) && now.has(name) && now.get(name).replace(/\r\n/g, "\n") !== value.replace(/\r\n/g, "\n"));
}

function keep(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
  const name = nameOf(form.dataset.keeper, form.elements.form_key.value);
  const { place } = form.dataset;
  const kept = { at: Date.now(), place, action: form.getAttribute("action"), fields };
  try {
    if (isUntouched(form)) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // The browser is full, or keeps nothing: the words still stand on the page.
  }
}

// A form made of what was kept, with this page's own token, asks the server to carry it.
function putBack({ action, fields }) {
  const form = document.createElement("form");
  const token = document.querySelector("main [name=csrf_token], [name=csrf_token]").value;
  const all = [...fields.filter(([name]) => name !== "act"), ["csrf_token", token], ["act", "back"]];
  for (const [name, value] of all) {
    const field = document.createElement("textarea");
    Object.assign(field, { name, value });
    form.append(field);
  }
  Object.assign(form, { method: "post", action, hidden: true });
  form.dataset.sends = "";
  document.querySelector("main").append(form);
  form.requestSubmit();
}

function clock(at, timeZone) {
  const say = (instant, parts) => new Intl.DateTimeFormat(document.documentElement.lang, { timeZone, ...parts }).format(instant);
  const day = { day: "numeric", month: "long" };
  const time = say(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return say(at, day) === say(Date.now(), day) ? time : `${say(at, day)}, ${time}`;
}

function excerpt(fields) {
  const typed = fields.filter(([name]) => /^(words|markdown|title|reason)/.test(name)).map(([, value]) => value.trim());
  const words = typed.find(Boolean) ?? "";
  return words.length > 160 ? `${words.slice(0, 160)} …` : words;
}

function offer(template, entry) {
  const { title, zone } = template.dataset;
  const notice = template.content.firstElementChild.cloneNode(true);
  notice.querySelector(".notice-title").textContent = title.replace("{when}", clock(entry.at, zone));
  notice.querySelector("[data-excerpt]").textContent = excerpt(entry.fields);
  notice.querySelector("[data-put-back]").addEventListener("click", () => putBack(entry));
  notice.querySelector("[data-throw-away]").addEventListener("click", () => {
    localStorage.removeItem(entry.name);
    notice.remove();
    document.querySelector("main").focus();
  });
  template.after(notice);
}

function start() {
  const template = document.querySelector("template[data-kept-words]");
  const form = document.querySelector("form[data-keeper]");
  if (!template) return;
  const { keeper, place } = template.dataset;
  const own = form && nameOf(keeper, form.elements.form_key.value);
  const here = place.endsWith("/") ? (entry) => entry.place.startsWith(place) : (entry) => entry.place === place;
  for (const entry of entriesOf(keeper).reverse()) if ((entry.name !== own || differs(form, entry)) && here(entry)) offer(template, entry);
  form?.addEventListener("input", () => keep(form));
}

document.addEventListener("drafting:page", start);
start();
