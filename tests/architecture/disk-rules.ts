import { parseSync } from 'vite';

type Node = Record<string, unknown> & { type: string };

/** The only code that writes. */
const home = 'electron/services/disk/';

/** What else of `node:fs` and `node:fs/promises` may be used: nothing of it can write. */
const readingNames = new Set([
  'constants',
  'createReadStream',
  'Dirent',
  'existsSync',
  'lstat',
  'readdir',
  'readdirSync',
  'readFile',
  'readFileSync',
  'realpath',
  'stat',
  'Stats',
  'statSync',
]);

const fileModules = new Set(['fs', 'fs/promises']);

/**
 * Libraries that can write to a path by themselves. They give bytes or a stream, which disk/ writes; what
 * is listed here may not be imported from them.
 */
const writersOfLibraries: Readonly<Record<string, readonly string[]>> = {
  '@e965/xlsx': ['writeFile', 'writeFileXLSX', 'writeFileAsync', 'set_fs', 'stream'],
  'hyparquet-writer': ['parquetWriteFile', 'fileWriter', 'FileWriter'],
};

/** Methods that write to a path wherever they are called: exceljs, SheetJS, fs behind another name, V8, Electron. */
const writingMethods = new Set([
  'writeFile',
  'writeFileSync',
  'writeFileXLSX',
  'writeFileAsync',
  'appendFile',
  'appendFileSync',
  'createWriteStream',
  'copyFileSync',
  'mkdtemp',
  'mkdtempSync',
  'WorkbookWriter',
  'parquetWriteFile',
  'fileWriter',
  // PDFKit and yazl run into whatever they are piped to: `streamToFile` takes their stream.
  'pipe',
  'setSavePath',
  'setDownloadPath',
  'savePage',
  'startLogging',
  'stopRecording',
  'writeHeapSnapshot',
  'takeHeapSnapshot',
  // Ways around imports that can be seen.
  'getBuiltinModule',
  'createRequire',
]);

/** SQL by which DuckDB writes. Reading into memory is what the authority's tables need. */
const writingSql = /^\s*(COPY\b[\s\S]*\bTO\b|EXPORT\s+DATABASE|ATTACH\b|INSTALL\b|IMPORT\s+DATABASE)/i;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Identifier') return String(value.name);
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value.type !== 'TemplateLiteral') return null;
  const parts = value.quasis as { value: { cooked: string } }[];
  return parts.map((part) => part.value.cooked).join('…');
}

function moduleOf(source: unknown): string {
  return (textOf(source) ?? '').replace(/^node:/, '');
}

function refuseName(from: string, name: string): string | null {
  if (fileModules.has(from)) return readingNames.has(name) ? null : `${name} of ${from}`;
  return writersOfLibraries[from]?.includes(name) ? `${name} of ${from}` : null;
}

function isSpokenFor(from: string): boolean {
  return fileModules.has(from) || from in writersOfLibraries;
}

function ofImport(node: Node): (string | null)[] {
  const from = moduleOf(node.source);
  if (from === 'sqlite') return ['sqlite'];
  if (!isSpokenFor(from)) return [];
  return (node.specifiers as Node[]).map((specifier) =>
    specifier.type === 'ImportSpecifier'
      ? refuseName(from, textOf(specifier.imported) ?? '')
      : `all of ${from}`,
  );
}

function ofExport(node: Node): (string | null)[] {
  const from = moduleOf(node.source);
  if (!isSpokenFor(from)) return [];
  if (node.type === 'ExportAllDeclaration') return [`all of ${from}`];
  return (node.specifiers as Node[]).map((specifier) => refuseName(from, textOf(specifier.local) ?? ''));
}

function ofCall(node: Node): (string | null)[] {
  const callee = node.callee as Node;
  const [first] = node.arguments as unknown[];
  if (callee.type === 'Identifier' && callee.name === 'require' && isSpokenFor(moduleOf(first)))
    return [`all of ${moduleOf(first)}`];
  const found: (string | null)[] = [];
  const method = callee.type === 'MemberExpression' ? textOf(callee.property) : textOf(callee);
  if (method !== null && writingMethods.has(method)) found.push(method);
  const owner = callee.type === 'MemberExpression' ? textOf(callee.object) : null;
  if (owner === 'DuckDBInstance' && textOf(first) !== ':memory:') found.push('a DuckDB file');
  return found;
}

/** What a node writes with, or could. */
function writingsOf(node: Node): (string | null)[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return ofImport(node);
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return ofExport(node);
    case 'ImportExpression':
      return isSpokenFor(moduleOf(node.source)) ? [`all of ${moduleOf(node.source)}`] : [];
    case 'TSImportEqualsDeclaration': {
      const from = moduleOf((node.moduleReference as Node | undefined)?.expression);
      return isSpokenFor(from) ? [`all of ${from}`] : [];
    }
    case 'CallExpression':
    case 'NewExpression':
      return ofCall(node);
    case 'Literal':
    case 'TemplateLiteral':
      return [writingSql.test(textOf(node) ?? '') ? 'SQL that writes' : null];
    default:
      return [];
  }
}

/** By what a source file outside disk/ writes to the disk; empty where it does not. */
export function writingsIn(fileName: string, source: string): string[] {
  if (fileName.startsWith(home)) return [];
  const { program, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]?.message}`);
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if (isNode(value)) for (const writing of writingsOf(value)) if (writing !== null) found.add(writing);
      Object.values(value).forEach(walk);
    }
  };
  walk(program);
  return [...found];
}
