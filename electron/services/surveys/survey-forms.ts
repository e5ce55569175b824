import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoxForm } from '../../../shared/contract/surveys.ts';

/** Nothing is loaded from anywhere and nothing is sent: the page is all there is. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** JSON or script that stays inside its element, whatever it says. */
function inside(text: string): string {
  return text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');
}

/** Makes survey forms that work from a USB stick: one HTML file with everything in it. */
export class SurveyForms {
  /** @param folder where the built script and style of the form lie */
  constructor(private readonly folder: string) {}

  /** @param publicKey of the ballot box its answers are sealed to, base64 */
  async pageOf(form: BoxForm, publicKey: string): Promise<string> {
    const [script, style] = await Promise.all(
      ['form.js', 'form.css'].map((name) => readFile(join(this.folder, name), 'utf8')),
    );
    const data = JSON.stringify({ form, publicKey }).replaceAll('<', '\\u003c');
    return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(form.content.title)}</title>
<style>${style?.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="survey">${data}</script>
<script>${inside(script ?? '')}</script>
</body>
</html>
`;
  }
}
