export { designCommands } from './commands.ts';
export { DesignerPage } from './designer-page.tsx';
export { DesignsPage } from './designs-page.tsx';
export { printChoice, printMeans } from './print-means.ts';
export { PrintSettings } from './print-settings.tsx';
