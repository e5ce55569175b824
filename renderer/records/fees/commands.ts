export { chargeLearners, removeCharge, waiveCharge } from './charge-commands.ts';
export { setFeeItems } from './fee-commands.ts';
export { addFundEntry, removeFundEntry } from './fund-commands.ts';
export { receivePayment, refundPayment, voidReceipt } from './receipt-commands.ts';
