import { type Base, firstSigning } from '../../../shared/domain/base/base.ts';
import { firstDesign } from '../../../shared/domain/certificates/first-design.ts';
import type { CommandContext } from '../../database/command.ts';
import { addDesign, publishDesign } from '../designs/design-commands.ts';

/** Writes a base as it begins: with its first key, and a first design published and in use. */
export async function writeNewBase(
  about: Pick<Base, 'profile' | 'settings' | 'isClassroom'>,
  context: CommandContext,
): Promise<void> {
  const { id } = await addDesign.perform({ design: firstDesign }, context);
  await publishDesign.perform({ id }, context);
  await context.write.put('base', { id: 'base', ...about, signing: firstSigning, certificateDesignId: id });
}
