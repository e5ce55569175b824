/** Which files a file imports, from the root. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The shortest way from a file back to itself, or null. */
function wayBack(graph: ImportGraph, start: string): string[] | null {
  const from = new Map<string, string>();
  const waiting = [start];
  for (const file of waiting) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) {
        const way = [start];
        for (let at = file; at !== start; at = from.get(at) ?? start) way.unshift(at);
        return [start, ...way];
      }
      if (from.has(next)) continue;
      from.set(next, file);
      waiting.push(next);
    }
  }
  return null;
}

/** Every file that takes part in a circle of imports, with the shortest circle through it. */
export function findCircles(graph: ImportGraph): string[] {
  return [...graph.keys()].flatMap((file) => wayBack(graph, file)?.join(' → ') ?? []);
}
