import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Script that stays inside its element, whatever it says. */
function inside(text: string): string {
  return text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');
}

export interface SelfContained {
  title: string;
  /** What the page is about; its script finds it in the element `data`. */
  data: unknown;
  /** Beyond what every such page may do: nothing is loaded from anywhere, nothing is sent. */
  policy?: string;
}

/**
 * One HTML file that works from a USB stick or any web server: script, style and data are all in it.
 * @param folder where the built `page.js` and `page.css` lie
 */
export async function selfContainedPage(
  folder: string,
  { title, data, policy }: SelfContained,
): Promise<string> {
  const [script = '', style = ''] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const rules = [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "form-action 'none'",
    ...(policy ? [policy] : []),
  ];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${inside(script)}</script>
</body>
</html>
`;
}
