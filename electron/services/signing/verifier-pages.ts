import type { SigningKey, VoidList } from '../../../shared/exchange/proof/void-list.ts';
import { selfContainedPage } from '../pages/self-contained-page.ts';

/** Makes the page that checks certificates: one HTML file with the base's keys and its list of void numbers. */
export class VerifierPages {
  /** @param folder where the built script and style of the page lie */
  constructor(private readonly folder: string) {}

  pageOf(about: { baseName: string; keys: SigningKey[]; list: VoidList }): Promise<string> {
    const title = `${about.baseName} 证书验证`;
    return selfContainedPage(this.folder, { title, data: about, policy: 'media-src blob:' });
  }
}
