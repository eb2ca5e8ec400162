"""The style sheet inside exported files: the look of the site, reduced to what a text needs."""

from markupsafe import Markup

LOOK = Markup("""\
:root { --paper: #fdfcfa; --ink: #1c1b19; --soft: #5b5852; --hair: #87827a; --in: #00594d;
  --in-wash: #e0f0ea; --out: #9a1f1a; --out-wash: #f9e6e3; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #e9e6df; --soft: #aaa59b;
  --in: #86d6bd; --in-wash: #12322a; --out: #f3a59c; --out-wash: #3d1d1a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.6 Charter, "Iowan Old Style", "Noto Serif", Georgia, serif; }
:lang(ar), :lang(fa), :lang(ur), :lang(bn), :lang(hi), :lang(ne) { line-height: 1.85; }
main { max-inline-size: 75ch; margin-inline: auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin-block: 2em 0.5em; break-after: avoid; }
h1 { font-size: 1.75rem; margin-block-start: 0; } h2 { font-size: 1.3125rem; }
h3, h4, h5, h6 { font-size: 1.0625rem; }
p { margin-block: 0 0.85em; }
header p, .number, .change-note, .tag { color: var(--soft);
  font: 0.875rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header { border-block-end: 1px solid var(--hair); }
a { color: inherit; }
blockquote { margin-block: 0 0.85em; margin-inline: 1.25rem 0; padding-inline-start: 1rem;
  border-inline-start: 1px solid var(--hair); }
ol, ul { list-style: none; padding: 0; }
.item { display: grid; grid-template-columns: minmax(1.5rem, auto) 1fr; column-gap: 0.4rem; }
.item p { margin-block-end: 0.4em; }
.deep-2 { margin-inline-start: 1.75rem; } .deep-3 { margin-inline-start: 3.5rem; }
.deep-4 { margin-inline-start: 4.5rem; }
.para { display: grid; grid-template-columns: 4rem 1fr; }
.para > div { grid-column: 2; } .number { grid-row: 1; padding-block-start: 0.2rem; }
@media (max-width: 40rem) { .para { display: block; } .para > .number { display: block; } }
table { border-collapse: collapse; margin-block-end: 0.85em; }
th, td { text-align: start; vertical-align: top; padding-block: 0.3rem; padding-inline: 0 0.75rem;
  border-block-end: 1px solid var(--hair); }
ins { color: var(--in); background: var(--in-wash); text-decoration: underline; }
del { color: var(--out); background: var(--out-wash); text-decoration: line-through; }
ins, del { unicode-bidi: isolate; }
del + ins { margin-inline-start: 0.15em; }
.again ins, .again del { color: inherit; background: none; } .apart { outline: 1px solid; }
.reformed { text-decoration: underline dotted; }
.bar { border-inline-start: 3px double; padding-inline-start: 0.75rem; }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
@media print { :root { --paper: #fff; --ink: #000; } body { font-size: 11pt; }
  main { padding: 0; max-inline-size: none; } p { orphans: 2; widows: 2; } }
""")
