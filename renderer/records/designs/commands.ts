export {
  addDesign,
  chooseDesign,
  editDesign,
  publishDesign,
  removeDesign,
  removePrinter,
  savePrinter,
} from './design-commands.ts';
