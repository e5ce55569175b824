import { fiveBases } from './packed-base.ts';
import { deskOn, quiet } from './worked-authority.ts';

/** A process of its own that takes two packages into a folder, so that its calls can be traced. */
const [folder = ''] = process.argv.slice(2);
const desk = deskOn(folder);
await desk.rename('自治区人社厅');
for (const { name, zip } of (await fiveBases()).slice(0, 2)) await desk.addToInbox(name, zip);
await desk.register(['JD01', 'JD02'], quiet);
await desk.take(quiet);
