import type { FeeItem } from '../../shared/domain/money/fee.ts';

/** A fee item for specifications: each says only what it is about. */
export function feeItemOf(about: Partial<FeeItem> = {}): FeeItem {
  return {
    kind: 'training',
    title: '培训费',
    unit: 'person',
    standardFen: 600_00,
    basis: '示发改费〔2024〕9号',
    ...about,
  };
}
