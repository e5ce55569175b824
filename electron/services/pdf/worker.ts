import { serve } from '../threads/serve.ts';
import { checkCertificates, previewCertificate, writeCertificates } from './certificates/certificates.ts';
import { writeDocuments } from './documents/documents.ts';
import { writeSignInSheet } from './documents/sign-in-sheets.ts';
import { charactersIn } from './ink/font-file.ts';
import { a4Landscape } from './ink/ink.ts';
import { InkDocument } from './ink/ink-document.ts';
import { pdfThread } from './tasks.ts';
import { bindVolume } from './volumes/volume.ts';

serve(pdfThread, (fonts) => ({
  certificates: async ({ path, means }, { items, progress }) => ({
    pages: await writeCertificates(path, fonts, items, { onPage: progress }, means),
  }),
  checkCertificates: ({ certificates, means }) => ({
    problems: checkCertificates(fonts, certificates, means),
  }),
  preview: ({ certificate, means }) => previewCertificate(fonts, certificate, means),
  signInSheet: async ({ path, sheet }, { progress }) => ({
    pages: await writeSignInSheet(path, fonts, sheet, { onPage: progress }),
  }),
  documents: async ({ path, documents }, { progress }) => ({
    pages: await writeDocuments(path, fonts, documents, { onPage: progress }),
  }),
  volume: (work, { progress }) => bindVolume(fonts, work, progress),
  missingCharacters({ texts }) {
    const document = new InkDocument(fonts, a4Landscape, { title: '', author: '', createdAt: new Date(0) });
    return { missing: texts.map((text) => document.missingIn(text)) };
  },
  inspectFont: ({ bytes }) => ({ characters: charactersIn(bytes) }),
}));
