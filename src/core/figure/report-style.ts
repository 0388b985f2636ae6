import type { Schema } from '../model/schema.ts';
import { printColors } from './print-colors.ts';

/** Underlines deeper than this lie on each other. */
export const LAST_LEVEL = 9;

const levels = Array.from(
  { length: LAST_LEVEL + 1 },
  (_, i) => `.l${i}{text-underline-offset:${3 + i * 3}px}`,
).join('');

/** How a report looks, on screen and on paper. Types have their colours from `typeRules`. */
export const REPORT_STYLE = `
@page{margin:18mm 16mm 20mm}
html{background:#fff;color:#1a1a1a;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:44em;margin:2em auto;padding:0 1.5em;line-height:1.9;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0;padding:0}}
header{margin-bottom:1.5em;border-bottom:1px solid #bbb;padding-bottom:.8em}
h1{font-size:1.35em;line-height:1.3;margin:0}
h2{font-size:1.1em;line-height:1.3;margin:2em 0 .5em;break-after:avoid}
header p{color:#555;font-size:.85em;line-height:1.4;margin:.3em 0 0}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2em 1em;font-size:.8em;margin:.8em 0 0;padding:0}
main p{margin:0;white-space:pre-wrap;tab-size:4;min-height:1em;orphans:2;widows:2;unicode-bidi:plaintext;text-align:start}
mark{color:inherit;background:color-mix(in srgb,var(--tint) 75%,transparent);text-decoration:underline 1.6px var(--line);text-decoration-skip-ink:none;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.chips mark.b::before{content:attr(data-type);display:inline-block;margin-inline-end:.35em;padding:0 .35em;border:1px solid var(--line);border-radius:3px;background:#fff;color:var(--ink);font:600 .62em/1.45 var(--label);vertical-align:.25em;user-select:none;text-decoration:none}
sup{font-size:.62em;line-height:0}
sup a{color:#444;text-decoration:none;padding:0 .1em;user-select:none}
section{font-size:.85em;line-height:1.5}
section li{break-inside:avoid}
.notes{list-style-type:lower-alpha}
figure{margin:0 0 2em;overflow-x:auto}
figure svg{max-width:100%;height:auto}
${levels}
`;

/** The colours of all types of a schema, by number; `t-1` is for types that it does not have. */
export function typeRules(schema: Schema): string {
  const { entity } = printColors(schema);
  return [undefined, ...schema.entityTypes]
    .map((type, i) => {
      const { ink, tint, line } = entity(type?.name ?? '');
      return `.t${i - 1}{--ink:${ink};--tint:${tint};--line:${line}}`;
    })
    .join('');
}
