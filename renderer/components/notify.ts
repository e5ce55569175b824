import { notifications } from '@mantine/notifications';
import { Refusal, refusal } from '../../shared/domain/refusal.ts';

/** Says in a corner that something was done. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000 });
}

/** The Chinese sentence for anything thrown. */
export function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Refusal) return thrown.message;
  return refusal('internal', { what: thrown instanceof Error ? thrown.message : String(thrown) }).message;
}

/** Says why something was not done, and stays until it is read. */
export function sayRefused(thrown: unknown): void {
  if (thrown instanceof Refusal && thrown.code === 'cancelled') {
    sayDone(thrown.message);
    return;
  }
  notifications.show({ title: '没有完成', message: sentenceOf(thrown), color: 'red', autoClose: 15_000 });
}

/** Runs an action of a button or key; a refusal is shown, never swallowed. Answers whether it was done. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (thrown) {
    sayRefused(thrown);
    return false;
  }
}
