import { parseSync } from 'vite';

type Node = Record<string, unknown>;

function literal(value: unknown): string | null {
  const node = value as { type?: string; value?: unknown } | null | undefined;
  return typeof node?.value === 'string' ? node.value : null;
}

/** What a node imports, types, re-exports, dynamic imports and `require` included. */
function importOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source) ?? literal((node.argument as Node | undefined)?.literal ?? node.argument);
    case 'TSImportEqualsDeclaration':
      return literal((node.moduleReference as Node | undefined)?.expression);
    case 'CallExpression':
      return (node.callee as Node).name === 'require' ? literal((node.arguments as unknown[])[0]) : null;
    default:
      return null;
  }
}

/** Every module a source file names. */
export function importsOf(fileName: string, source: string): string[] {
  const { program, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]?.message}`);
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const named = importOf(value as Node);
      if (named !== null) found.add(named);
      Object.values(value).forEach(walk);
    }
  };
  walk(program);
  return [...found];
}
