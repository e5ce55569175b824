import { v7 as uuid } from 'uuid';
import type { BuildingDesk, Step } from './desk.ts';

const codes = ['JD01', 'JD02', 'JD03', 'JD04', 'JD05'];

async function putAll({ host, made }: BuildingDesk): Promise<void> {
  for (const code of codes) {
    const name = `${code} 1.zip`;
    await host.authority.addToInbox({ name, bytes: await made(name) });
  }
}

export const authorityNamed: Step = async ({ host }) => {
  await host.authority.rename({ name: '自治区人社厅' });
};

/** Packages of five registered bases wait; one more is broken. */
export const packagesWaiting: Step = async (desk) => {
  await putAll(desk);
  await desk.host.authority.register({ jobId: uuid(), codes });
  const broken = await desk.made('JD02 1.zip');
  broken[500] = (broken[500] ?? 0) ^ 1;
  await desk.host.authority.addToInbox({ name: '改动过.zip', bytes: broken });
};

/** The broken one has been sent again, and all are taken. */
export const packagesTaken: Step = async ({ host, made }) => {
  await host.authority.addToInbox({ name: '改动过.zip', bytes: await made('JD02 1.zip') });
  await host.authority.take({ jobId: uuid() });
};
