/** Words too common to say what a text is about. */
const fillers = new Set(
  '我们 你们 他们 大家 自己 这个 那个 这些 那些 一个 一些 没有 可以 能够 希望 建议 觉得 认为 感觉 非常 比较 很多 更多 进行 还是 就是 不是 但是 因为 所以 如果 以及 或者 已经 应该 需要 有点 有些 多一些 一点 什么 怎么 其他 方面 以后 今后 今年 这次 本次 培训 老师 课程'.split(
    ' ',
  ),
);

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Characters that join words rather than make them. */
const joining = new Set('的了很太是在有和不都也就到得多少更最再还能会要想把被让给与及或等个着过吧呢吗');

/**
 * The words of a text that may say what it is about, each once. Two lone characters side by side count as
 * a word too: the dictionary lacks many of the trade's own, as 实操.
 */
function wordsOf(text: string): Set<string> {
  const parts = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
  const isLone = (part: string) => [...part].length === 1 && !joining.has(part);
  const words = parts.flatMap(({ segment, index }, at) => {
    const next = parts[at + 1];
    const joins = next && next.index === index + segment.length && isLone(segment) && isLone(next.segment);
    return joins ? [segment, segment + next.segment] : [segment];
  });
  return new Set(words.filter((word) => [...word].length > 1 && !/^\d+$/.test(word) && !fillers.has(word)));
}

export interface TextGroup {
  /** Null for those that share no word with another. */
  word: string | null;
  texts: string[];
}

/**
 * Texts under the words that most of them share, the most frequent first; each text stands under its
 * most frequent word only. The order of texts follows from what they say.
 */
export function groupByWords(texts: readonly string[]): TextGroup[] {
  const sorted = [...texts].sort();
  const words = new Map<string, number>();
  for (const text of sorted) for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) + 1);
  const groups = new Map<string | null, string[]>();
  for (const text of sorted) {
    const [top] = [...wordsOf(text)]
      .filter((word) => (words.get(word) ?? 0) > 1)
      .sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0) || (a < b ? -1 : 1));
    groups.set(top ?? null, [...(groups.get(top ?? null) ?? []), text]);
  }
  return [...groups]
    .map(([word, own]) => ({ word, texts: own }))
    .sort((a, b) => Number(a.word === null) - Number(b.word === null) || b.texts.length - a.texts.length);
}
