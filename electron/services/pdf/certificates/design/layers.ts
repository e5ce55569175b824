import { type DesignElement, overlap } from '../../../../../shared/domain/certificates/certificate-design.ts';
import { isFixedText } from '../../../../../shared/domain/certificates/certificate-field.ts';

/** Whether an element is the same on every certificate of one base. */
function isSame(element: DesignElement): boolean {
  if (element.kind === 'text' || element.kind === 'mongolian') return isFixedText(element.text);
  return element.kind !== 'code' && element.kind !== 'photo';
}

/**
 * Splits layers, from the lowest up, into those laid out once for all certificates and those drawn for each. What
 * lies over one that is drawn for each is drawn for each too: it would else end up under it.
 */
export function splitLayers(elements: readonly DesignElement[]): {
  fixed: DesignElement[];
  own: DesignElement[];
} {
  const [fixed, own]: [DesignElement[], DesignElement[]] = [[], []];
  for (const element of elements) {
    const isUnder = isSame(element) && !own.some((lower) => overlap(lower, element));
    (isUnder ? fixed : own).push(element);
  }
  return { fixed, own };
}
