/** 第11条: at least 90 hours a year, of them at least 30 general and 60 professional. */
export const requiredHours = { general: 30, professional: 60, total: 90 } as const;

export interface RequirementPart {
  hours: number;
  required: number;
  /** What is still missing; 0 where it is met. */
  short: number;
}

export interface YearlyStanding {
  met: boolean;
  general: RequirementPart;
  professional: RequirementPart;
  total: RequirementPart;
}

function part(hours: number, required: number): RequirementPart {
  return { hours, required, short: Math.max(0, required - hours) };
}

/**
 * How one learner's hours of one civil year stand to 第11条. Each kind has to be met by itself: 40 + 50 are
 * 90, and the year is not met.
 * @param hours integers, as counted by 第10条
 */
export function yearlyStanding(hours: { general: number; professional: number }): YearlyStanding {
  const general = part(hours.general, requiredHours.general);
  const professional = part(hours.professional, requiredHours.professional);
  return {
    met: general.short === 0 && professional.short === 0,
    general,
    professional,
    total: part(hours.general + hours.professional, requiredHours.total),
  };
}
