import { notifications } from '@mantine/notifications';
import { asRefusal, Refusal } from '../../shared/refusals/index.ts';

/** Says in a corner that something was done. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000 });
}

/** Says why something was not done, and stays until it is read. */
export function sayRefused(thrown: unknown): void {
  if (thrown instanceof Refusal && thrown.code === 'cancelled') {
    sayDone(thrown.message);
    return;
  }
  notifications.show({
    title: '没有完成',
    message: asRefusal(thrown).message,
    color: 'red',
    autoClose: 15_000,
  });
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
