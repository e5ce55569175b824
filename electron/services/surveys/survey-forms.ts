import type { BoxForm } from '../../../shared/contract/surveys.ts';
import { selfContainedPage } from '../pages/self-contained-page.ts';

/** Makes survey forms that work from a USB stick: one HTML file with everything in it. */
export class SurveyForms {
  /** @param folder where the built script and style of the form lie */
  constructor(private readonly folder: string) {}

  /** @param publicKey of the ballot box its answers are sealed to, base64 */
  pageOf(form: BoxForm, publicKey: string): Promise<string> {
    return selfContainedPage(this.folder, { title: form.content.title, data: { form, publicKey } });
  }
}
