import { chargeCommands } from './charge-commands.ts';
import { setFeeItems } from './fee-commands.ts';
import { fundCommands } from './fund-commands.ts';
import { receiptCommands } from './receipt-commands.ts';

export { chargeLearners } from './charge-commands.ts';
export { setFeeItems } from './fee-commands.ts';
export { FeesPage } from './fees-page.tsx';
export { FeesTab } from './fees-tab.tsx';
export { addFundEntry } from './fund-commands.ts';
export { receivePayment } from './receipt-commands.ts';

export const feeCommands = [setFeeItems, ...chargeCommands, ...receiptCommands, ...fundCommands];
