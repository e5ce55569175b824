/** Folders whose paths a document may name; what else stands in backticks is no path of ours. */
const folders = ['shared', 'renderer', 'electron', 'build', 'bench', 'tests', 'docs', '.ci'];
const rootFiles = [
  'package.json',
  'biome.json',
  'electron-builder.yml',
  'vite.config.ts',
  'vitest.config.ts',
];

/** A text without its fenced blocks, which show commands and diffs. */
function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '');
}

/** Where the links and pictures of a document lead, as written; addresses of the web are left out. */
export function linksOf(markdown: string): string[] {
  return [...prose(markdown).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

/** The paths of this repository that a document names in backticks, from its root. */
export function pathsOf(markdown: string): string[] {
  return [...prose(markdown).matchAll(/`([^`\n]+)`/g)]
    .map(([, text = '']) => text)
    .filter((text) => {
      const [first = '', ...rest] = text.split('/');
      return (
        /^[\w./-]+$/.test(text) && (rest.length > 0 ? folders.includes(first) : rootFiles.includes(text))
      );
    });
}

/** The packages a list of dependencies speaks of: one a line, `- `name` …`. */
export function packagesOf(markdown: string): string[] {
  return [...markdown.matchAll(/^- `([^`]+)`/gm)].map(([, name = '']) => name);
}

/** What a manual page says the screen says: the words in bold. */
export function screenWordsOf(markdown: string): string[] {
  return [...prose(markdown).matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, words = '']) => words);
}

/**
 * What a manual page quotes of the product's sentences, in the parts between what is filled in; shorter ones
 * may be words of any kind.
 */
export function quotationsOf(markdown: string): string[] {
  const quoted = [...prose(markdown).matchAll(/“([^”\n]+)”/g)].map(([, words = '']) => words);
  return quoted
    .flatMap((words) => words.replace(/`[^`]*`/g, '…').split(/…|N|‘|’/))
    .map((part) => part.replace(/^[，。；：\s]+|[，。；：\s]+$/g, ''))
    .filter((part) => part.length >= 5);
}

/** Source as the manual quotes it, without blanks: as it stands, and with N for what is filled in. */
export function asOnScreen(source: string): string {
  const filled = source.replace(/\{' '\}/g, '').replace(/\$?\{[^{}]*\}/g, 'N');
  return `${source}\n${filled}`.replace(/[^\S\n]+|\n\s+/g, '');
}

/** Places where half-width punctuation stands beside a Chinese character. */
export function halfWidthIn(markdown: string): string[] {
  const words = prose(markdown)
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)\s]*\)/g, ']');
  return words.match(/.{0,8}(\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}).{0,8}/gu) ?? [];
}
