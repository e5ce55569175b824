import type { RunResult } from './queries.ts';

/** What an evaluation came to, in one line. */
export function resultText({ run, answers, responseRate, overall, isShown }: RunResult): string {
  const back = `收回 ${answers}/${run.given}${responseRate === null ? '' : `（${responseRate.toFixed(1)}%）`}`;
  if (!isShown) return `${back}，不足 5 份，不显示`;
  const rate = overall.satisfactionRate === null ? '' : `，满意 ${overall.satisfactionRate.toFixed(1)}%`;
  return `${back}${overall.mean === null ? '' : `，均分 ${overall.mean.toFixed(2)}`}${rate}`;
}
