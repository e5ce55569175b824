import { buildIfStale } from '../build/build.ts';
import { ensureTools } from '../build/ensure-tools.ts';
import { foundAdministrator } from './journeys/the-job.ts';
import { authority } from './screens/authority.ts';
import { design, issue, verify } from './screens/certificates.ts';
import { builder, results, terminal } from './screens/evaluation.ts';
import { employerYear, payment, poster } from './screens/money.ts';
import { pictures } from './screens/pictures.ts';
import { frontDesk, keeping, overviews, submission } from './screens/reporting.ts';
import { Studio } from './screens/studio.ts';
import { archive, calendar, marking, roster, volume } from './screens/teaching.ts';

/** Takes all pictures of README and the manual anew, from the real product over its sample data. */
async function main(): Promise<void> {
  ensureTools();
  await buildIfStale();
  const studio = new Studio();
  try {
    const { desk, dataFolder } = await studio.open();
    await foundAdministrator(desk);
    await desk.button('用示例数据试一试').click();
    await desk.page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await studio.take(desk.page, 'today-administrator');
    await roster(studio, desk);
    await calendar(studio, desk);
    await marking(studio, desk);
    await poster(studio, desk);
    await payment(studio, desk);
    await employerYear(studio, desk);
    await overviews(studio, desk);
    await builder(studio, desk);
    await terminal(studio, desk);
    await results(studio, desk);
    await issue(studio, desk);
    await design(studio, desk);
    await verify(studio, desk, dataFolder);
    await archive(studio, desk);
    await volume(studio, desk);
    await keeping(studio, desk);
    await submission(studio, desk);
    await frontDesk(studio, desk);
    await authority(studio);
  } catch (thrown) {
    await studio.keepFailure();
    throw thrown;
  } finally {
    await studio.close();
  }
  const missing = Object.keys(pictures).filter((name) => !studio.taken.some((taken) => taken === name));
  if (missing.length > 0) throw new Error(`not taken: ${missing.join(', ')}`);
}

await main();
